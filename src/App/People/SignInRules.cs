using System.Text.RegularExpressions;
using Huanxin.Core.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Huanxin.App.People;

/// <summary>How people prove who they are: the settings of ASP.NET Core Identity, the same for the pages and the command line.</summary>
public static partial class SignInRules
{
    public const int MinimumPassword = 10;

    /// <summary>Lower case letters, digits, dot, dash, underscore; 3 to 40; a letter first.</summary>
    public static bool IsGoodName(string name) => NamePattern().IsMatch(name);

    /// <summary>A sign-in name is written as it is kept.</summary>
    public static string Normal(string name) => name.Trim().ToLowerInvariant();

    public static IdentityBuilder AddSignInRules(this IServiceCollection services) => services
        .AddIdentityCore<Account>(options =>
        {
            options.Password = new PasswordOptions
            {
                RequiredLength = MinimumPassword, RequiredUniqueChars = 5, RequireDigit = false, RequireLowercase = false,
                RequireUppercase = false, RequireNonAlphanumeric = false,
            };
            options.Tokens.AuthenticatorTokenProvider = TokenOptions.DefaultAuthenticatorProvider;
        })
        .AddUserStore<AccountStore>()
        .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider)
        .AddPasswordValidator<NotYourName>()
        .AddErrorDescriber<ChineseErrors>()
        .AddNormalizer();

    private static IdentityBuilder AddNormalizer(this IdentityBuilder identity)
    {
        identity.Services.AddScoped<ILookupNormalizer, LowerCase>();
        return identity;
    }

    [GeneratedRegex("^[a-z][a-z0-9._-]{2,39}$")]
    private static partial Regex NamePattern();

    private sealed class LowerCase : ILookupNormalizer
    {
        public string? NormalizeName(string? name) => name is null ? null : Normal(name);

        public string? NormalizeEmail(string? email) => email;
    }

    private sealed class NotYourName : IPasswordValidator<Account>
    {
        public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
            Task.FromResult(password?.Contains(user.SignInName, StringComparison.OrdinalIgnoreCase) == true
                ? IdentityResult.Failed(new IdentityError { Code = "PasswordHasName", Description = "密码里不能包含登录名。" })
                : IdentityResult.Success);
    }

    private sealed class ChineseErrors : IdentityErrorDescriber
    {
        public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), $"密码至少 {length} 位。");

        public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
            Error(nameof(PasswordRequiresUniqueChars), $"密码至少要有 {uniqueChars} 种不同的字符。");

        public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "当前密码不正确。");

        public override IdentityError DefaultError() => Error(nameof(DefaultError), "操作没有成功，请重试。");

        private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
    }
}
