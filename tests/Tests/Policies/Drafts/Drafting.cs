using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Support;

namespace Huanxin.Tests.Policies.Drafts;

/// <summary>Draft packs through the pages, as officers hand them in and decide on them.</summary>
internal static class Drafting
{
    public const string New = "/policies/drafts/new";

    /// <summary>A notice for Weihai with one value and one rule on it.</summary>
    public static string Notice(string id = "T25", string limit = "2005-12-31", string more = "") => Shelf.Document(id, "371000", "2024-01-01",
        $$"""
        parameters:
          draft.built-before: { label: 试行建成上限, type: date, value: {{limit}}, clause: {{id}}-1 }
        eligibility:
          - id: trial
            title: 试行范围
            clause: {{id}}-1
            all: [ { rule: built-before, with: { limit: draft.built-before } } ]
        """, more);

    public static Task<Browser> OfficerAsync(this TestApp app, string name, RegionCode? place = null) =>
        app.SignedInAsync(Role.CityOfficer, place ?? Given.City, name);

    /// <summary>Types files into the boxes of the form and sends it.</summary>
    public static async Task<Page> TypeAsync(this Browser browser, string url, (string Name, string Text)[] files, string? only = null)
    {
        var page = await browser.GetAsync(url);
        var form = page.Document.QuerySelector("main form") ?? throw new InvalidOperationException($"no form at {url} ({page.Status})");
        var values = form.QuerySelectorAll("input[type=hidden]").ToDictionary(h => h.GetAttribute("name")!, h => h.GetAttribute("value") ?? "");
        for (var i = 0; i < files.Length; i++) (values[$"name-{i}"], values[$"text-{i}"]) = files[i];
        if (only is not null) values["only"] = only;
        return await Browser.PageAsync(await browser.Client.PostAsync(url, new FormUrlEncodedContent(values)));
    }

    /// <summary>Hands a sound pack in; answers the address of the draft.</summary>
    public static async Task<string> HandInAsync(this Browser browser, string name, string text)
    {
        var answer = await browser.TypeAsync(New, [(name, text)]);
        return answer.Next ?? throw new InvalidOperationException($"not taken ({answer.Status}): {answer.Text}");
    }

    public static Task<Page> TakeAsync(this Browser browser, string draft, string step, string? why = "经核对无误") =>
        browser.SubmitAsync($"{draft}/{step}", new { Form__Why = why });

    /// <summary>Handed in and proposed by one officer, put in force by another.</summary>
    public static async Task<string> PutInForceAsync(Browser one, Browser other, string name, string text)
    {
        var draft = await one.HandInAsync(name, text);
        await EnforceAsync(one, other, draft);
        return draft;
    }

    public static async Task EnforceAsync(Browser one, Browser other, string draft)
    {
        var proposed = await one.TakeAsync(draft, "proposal");
        if (proposed.Next is null) throw new InvalidOperationException($"not proposed ({proposed.Status}): {proposed.Text}");
        var decided = await other.TakeAsync(draft, "enforcement");
        if (decided.Next is null) throw new InvalidOperationException($"not in force ({decided.Status}): {decided.Text}");
    }
}
