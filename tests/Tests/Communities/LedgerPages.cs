using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Huanxin.App.Exchange;
using Huanxin.Tests.Support;

namespace Huanxin.Tests.Communities;

/// <summary>Drops ledgers on the page as a clerk does. All of them are made for tests.</summary>
internal static class LedgerPages
{
    public const string New = "/communities/imports/new";

    public static async Task<byte[]> BookAsync(string sheet, params Cell[][] rows)
    {
        var file = new MemoryStream();
        await using (var book = await WorkbookWriter.CreateAsync(file, default))
        {
            var written = await book.AddSheetAsync(new SheetLayout(sheet, []) { HasHeader = false }, default);
            foreach (var row in rows) await written.AddAsync(row);
            await book.CompleteAsync(default);
        }

        return file.ToArray();
    }

    /// <summary>Uploads a file and answers the page it leads to.</summary>
    public static async Task<Page> DropAsync(this Browser browser, byte[] file, string name = "台账.xlsx", string? place = null)
    {
        using var form = await FormAsync(browser, place);
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "file", name);
        return await AnswerAsync(browser, form);
    }

    /// <summary>Pastes cells copied in a spreadsheet.</summary>
    public static async Task<Page> PasteAsync(this Browser browser, string cells, string? place = null)
    {
        using var form = await FormAsync(browser, place);
        form.Add(new StringContent(cells), "pasted");
        return await AnswerAsync(browser, form);
    }

    /// <summary>Confirms what the page shows and answers the page of the result.</summary>
    public static async Task<Page> ConfirmAsync(this Browser browser, Page check)
    {
        var done = await browser.SubmitAsync(check, "", new { }, "form[action$='/confirm']");
        return done.Next is { } next ? await SettledAsync(browser, next) : done;
    }

    /// <summary>Answers faults: names of the form's fields and what goes into the first of each; everything else is sent as it stands.</summary>
    public static async Task<Page> AnswerAsync(this Browser browser, Page check, params (string Name, string Value)[] answers)
    {
        var form = (IHtmlFormElement)check.Document.QuerySelector("form:has(input[name='_handler'][value='answers'])")!;
        var values = form.QuerySelectorAll("input[type=hidden][name], input[type=text][name]").Cast<IHtmlInputElement>().Select(box => KeyValuePair.Create(box.Name!, box.Value)).ToList();
        foreach (var (name, value) in answers)
        {
            var at = values.FindIndex(pair => pair.Key == name);
            if (at < 0) values.Add(KeyValuePair.Create(name, value));
            else values[at] = KeyValuePair.Create(name, value);
        }

        var answer = await Browser.PageAsync(await browser.Client.PostAsync(check.Response.RequestMessage!.RequestUri, new FormUrlEncodedContent(values)));
        return answer.Next is { } next ? await SettledAsync(browser, next.Split('#')[0]) : answer;
    }

    /// <summary>What a control of the page holds.</summary>
    public static string Value(this Page page, string name) => page.Document.QuerySelector($"[name='{name}']")!.GetAttribute("value")!;

    private static async Task<MultipartFormDataContent> FormAsync(Browser browser, string? place)
    {
        var page = await browser.GetAsync(New);
        var form = new MultipartFormDataContent();
        foreach (var box in page.Document.QuerySelectorAll("main form input[type=hidden][name]").Cast<IHtmlInputElement>()) form.Add(new StringContent(box.Value), box.Name!);
        var chosen = ((IHtmlSelectElement)page.Document.QuerySelector("select[name=place]")!).Value ?? "";
        form.Add(new StringContent(place ?? chosen), "place");
        return form;
    }

    private static async Task<Page> AnswerAsync(Browser browser, MultipartFormDataContent form)
    {
        var answer = await Browser.PageAsync(await browser.Client.PostAsync(New, form));
        return answer.Next is { } next ? await SettledAsync(browser, next) : answer;
    }

    // On a busy machine a page says first how far it is.
    private static async Task<Page> SettledAsync(Browser browser, string address)
    {
        var page = await browser.GetAsync(address);
        for (var tries = 0; tries < 40 && IsAtWork(page); tries++)
        {
            await Task.Delay(250);
            page = await browser.GetAsync(address);
        }

        return page;
    }

    private static bool IsAtWork(Page page) =>
        page.Text.Contains("正在检查", StringComparison.Ordinal) || page.Text.Contains("正在导入", StringComparison.Ordinal);
}
