using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Huanxin.Tests.Support;

/// <summary>An answer as a person reads it.</summary>
public sealed record Page(HttpStatusCode Status, string Html, Uri? Location, IDocument Document, HttpResponseMessage Response)
{
    /// <summary>Text of the main part, white space folded.</summary>
    public string Text => Fold((Document.QuerySelector("main") ?? Document.Body!).TextContent);

    public string Of(string selector) => Fold(Document.QuerySelector(selector)?.TextContent
        ?? throw new InvalidOperationException($"no {selector} on the page:\n{Html}"));

    /// <summary>Address the answer sends the browser to; null when it stays.</summary>
    public string? Next => Location is null ? null : Location.IsAbsoluteUri ? Location.PathAndQuery : Location.ToString();

    public bool Has(string selector) => Document.QuerySelector(selector) is not null;

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A browser without scripts: gets pages and submits the forms that stand on them.</summary>
public sealed class Browser(HttpClient client) : IDisposable
{
    public HttpClient Client => client;

    public async Task<Page> GetAsync(string url) => await PageAsync(await client.GetAsync(url));

    /// <summary>Gets a page, follows redirects.</summary>
    public async Task<Page> VisitAsync(string url)
    {
        var page = await GetAsync(url);
        for (var hops = 0; page.Next is { } next && hops < 5; hops++) page = await GetAsync(next);
        return page;
    }

    /// <summary>Fills in the form of a page and submits it, with whatever hidden fields it carries.</summary>
    public async Task<Page> SubmitAsync(string url, object fields, string form = "main form")
    {
        var page = await GetAsync(url);
        return await SubmitAsync(page, url, fields, form);
    }

    /// <summary>Submits a form of a page already seen.</summary>
    /// <param name="elsewhere">Sends the form to another address than its own, as a forger would.</param>
    public async Task<Page> SubmitAsync(Page page, string url, object fields, string form = "main form", string? elsewhere = null)
    {
        var element = page.Document.QuerySelector(form) as IHtmlFormElement
            ?? throw new InvalidOperationException($"no form {form} at {url} ({page.Status}):\n{page.Html}");
        var values = Standing(element);
        foreach (var (name, value) in Fields(fields)) values[name] = value;

        var action = elsewhere ?? (element.GetAttribute("action") is { Length: > 0 } target ? target : url);
        return await PageAsync(await client.PostAsync(action, new FormUrlEncodedContent(values)));
    }

    public async Task SignInAsync(string name, string password)
    {
        var page = await SubmitAsync("/sign-in", new { Form__Name = name, Form__Password = password });
        if (page.Status is not (HttpStatusCode.SeeOther or HttpStatusCode.Found))
        {
            throw new InvalidOperationException($"sign-in answered {page.Status}: {page.Text}");
        }
    }

    // An anonymous object, or a dictionary where the names are made by the page.
    private static IEnumerable<(string Name, string Value)> Fields(object fields) => fields is IReadOnlyDictionary<string, string> named
        ? named.Select(pair => (pair.Key, pair.Value))
        : fields.GetType().GetProperties()
            .Select(p => (p.Name.Replace("__", ".", StringComparison.Ordinal), p.GetValue(fields)?.ToString() ?? ""));

    public void Dispose() => client.Dispose();

    public static async Task<Page> PageAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
        return new Page(response.StatusCode, html, response.Headers.Location, document, response);
    }

    private static Dictionary<string, string> Standing(IHtmlFormElement form)
    {
        var values = new Dictionary<string, string>();
        foreach (var input in form.QuerySelectorAll("input[name], select[name], textarea[name]"))
        {
            var name = input.GetAttribute("name")!;
            switch (input)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } choice when !choice.IsChecked:
                case IHtmlInputElement { Type: "file" }:
                    break;
                case IHtmlInputElement box:
                    values[name] = box.Value;
                    break;
                case IHtmlSelectElement select:
                    values[name] = select.Value ?? "";
                    break;
                case IHtmlTextAreaElement area:
                    values[name] = area.Value;
                    break;
            }
        }

        return values;
    }
}
