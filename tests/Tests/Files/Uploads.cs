using System.Net.Http.Headers;
using Huanxin.Tests.Support;

namespace Huanxin.Tests.Files;

/// <summary>Uploads through the form of a page, as a browser sends them.</summary>
internal static class Uploads
{
    public static readonly byte[] Pdf = "%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF"u8.ToArray();

    public static async Task<Page> UploadAsync(this Browser browser, string url, params (string Name, byte[] Bytes)[] files)
    {
        var page = await browser.GetAsync(url);
        using var form = new MultipartFormDataContent();
        foreach (var name in new[] { "_handler", "__RequestVerificationToken" })
        {
            var hidden = page.Document.QuerySelector($"main form input[name={name}]")
                ?? throw new InvalidOperationException($"no upload form at {url} ({page.Status})");
            form.Add(new StringContent(hidden.GetAttribute("value")!), name);
        }

        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part, "files", name);
        }

        return await Browser.PageAsync(await browser.Client.PostAsync(url, form));
    }

    /// <summary>Contents in a file store's folder, whatever else lies there.</summary>
    public static List<string> Kept(string folder) => !Directory.Exists(folder) ? []
        : [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f).Length == 64)];
}
