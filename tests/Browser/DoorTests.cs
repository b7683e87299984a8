using Huanxin.Browser.Support;
using Microsoft.Playwright;
using Xunit;

namespace Huanxin.Browser;

public sealed class DoorTests(Product product)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Signing_in_and_out_works_with_scripts_and_without(bool scripts)
    {
        var page = await product.SignedInAsync("demo-district", scripts: scripts);

        await page.Locator(".user-menu summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "退出登录" }).ClickAsync();

        await page.GetByLabel("登录名").WaitForAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wrong_password_is_said_and_the_name_stays(bool scripts)
    {
        var page = await product.OpenAsync(scripts: scripts);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("登录名").FillAsync("demo-expert");
        await page.Locator("input[type=password]").FillAsync("not the password");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "登录", Exact = true }).ClickAsync();

        await page.GetByText("登录名或密码不正确").WaitForAsync();
        Assert.Equal("demo-expert", await page.GetByLabel("登录名").InputValueAsync());
    }

    [Fact]
    public async Task A_passkey_is_added_and_then_signs_in_without_a_password()
    {
        var page = await product.SignedInAsync("demo-street");
        await WithAuthenticatorAsync(page);
        await page.GotoAsync("/account/passkeys");
        await page.GetByLabel("名称").FillAsync("测试钥匙");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "添加通行密钥" }).ClickAsync();
        await page.GetByText("测试钥匙").First.WaitForAsync();

        await page.Locator(".user-menu summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "退出登录" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "使用通行密钥登录" }).ClickAsync();

        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "我的工作" }).WaitForAsync();
    }

    [Fact]
    public async Task The_keyboard_alone_signs_in()
    {
        var page = await product.OpenAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("登录名").FocusAsync();
        await page.Keyboard.TypeAsync("demo-city");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(Product.DemoPassword);
        await page.Keyboard.PressAsync("Enter");

        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "我的工作" }).WaitForAsync();
    }

    private static async Task WithAuthenticatorAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
