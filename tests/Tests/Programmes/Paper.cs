using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Huanxin.App.Programmes;
using Huanxin.Core.Programmes;
using Huanxin.Tests.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Programmes;

/// <summary>The annex as a workbook, written by the product itself, and uploads through the pages.</summary>
internal static class Paper
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<byte[]> AnnexAsync()
    {
        var annex = ShippedShelf.Document("W20").Plans.Single();
        var file = new MemoryStream();
        await PlanWorkbook.WriteAsync(file, new PlanPaper(annex.Title, annex.PlaceTitle), PublishedPlan.GridOf(annex), Stop);
        return file.ToArray();
    }

    /// <summary>A plan through its page; answers its address.</summary>
    public static async Task<string> PlanAsync(Browser browser, object fields)
    {
        var page = await browser.SubmitAsync("/programmes/new", fields);
        return page.Next ?? throw new InvalidOperationException(page.Text);
    }

    public static async Task<string> WeihaiAsync(Browser browser) => await PlanAsync(browser, new
    {
        Form__Title = "威海市老旧小区改造 2020—2025 年总体计划表", Form__Kind = "Programme", Form__Place = "371000", Form__FromYear = "2020", Form__ToYear = "2025",
        Form__Document = "W20", Form__Clause = "W20-A", Form__PlaceTitle = "区市",
    });

    /// <summary>Uploads a table to a plan and follows to the check page.</summary>
    public static async Task<Page> UploadAsync(Browser browser, string plan, byte[] file, string name = "附件.xlsx")
    {
        var url = plan + "/import";
        var form = (IHtmlFormElement)(await browser.GetAsync(url)).Document.QuerySelector("main form")!;
        using var content = new MultipartFormDataContent();
        foreach (var box in form.QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>()) content.Add(new StringContent(box.Value), box.Name!);
        var bytes = new ByteArrayContent(file);
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Add(bytes, "file", name);
        var answer = await browser.Client.PostAsync(url, content, Stop);
        return await browser.GetAsync(answer.Headers.Location?.ToString() ?? throw new InvalidOperationException((await Browser.PageAsync(answer)).Text));
    }

    /// <summary>Uploads, confirms, submits by one person and issues by another: a plan in force.</summary>
    public static async Task IssueAsync(Browser clerk, Browser chief, string plan, byte[] file, string name = "附件.xlsx", int number = 1)
    {
        var check = await UploadAsync(clerk, plan, file, name);
        var kept = await clerk.SubmitAsync(check, Address(check), new { why = "照文件原样导入" });
        if (kept.Next is null) throw new InvalidOperationException(kept.Text);
        await clerk.SubmitAsync($"{plan}/versions/{number}/submitting", new { });
        var issued = await chief.SubmitAsync($"{plan}/versions/{number}/issuing", new { });
        if (issued.Next is null) throw new InvalidOperationException(issued.Text);
    }

    /// <summary>A row of the plan table as it reads: name and cells with one blank between.</summary>
    public static string RowOf(Page page, string name) => string.Join(' ', page.Document.QuerySelectorAll("table.official tr")
        .Where(row => row.FirstElementChild?.TextContent == name).First().Children.Select(cell => cell.TextContent.Split('〔')[0].Trim()));

    /// <summary>Rows of every table as they read, a bar between the cells.</summary>
    public static IReadOnlyList<string> Rows(Page page) => [.. page.Document.QuerySelectorAll("main tr").Select(row =>
        string.Join('|', row.Children.Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))))];

    /// <summary>Address of a page that was visited.</summary>
    public static string Address(Page page) => page.Response.RequestMessage!.RequestUri!.PathAndQuery;
}
