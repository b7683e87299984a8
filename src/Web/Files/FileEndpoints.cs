using Huanxin.App.Data;
using Huanxin.App.Files;
using Huanxin.Core.Kernel;
using Huanxin.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Huanxin.Web.Files;

/// <summary>Downloads: as what they were judged to be, never as something a browser would run.</summary>
public static class FileEndpoints
{
    // Whatever a file holds: shown in a box without scripts, forms or our cookies.
    private const string Sandbox = "sandbox; default-src 'none'; frame-ancestors 'none'";

    public static void MapFileDownload(this WebApplication app) =>
        app.MapMethods("/files/{id:guid}/{name}", [HttpMethods.Get, HttpMethods.Head], DownloadAsync).WithMetadata(new SignedInAttribute());

    private static async Task<Results<FileStreamHttpResult, NotFound>> DownloadAsync(
        Guid id, string name, HttpContext http, FileReading files, IFileStore store, CancellationToken stop)
    {
        // The name is only for the one who saves it; the id finds the file.
        if (await files.FindAsync(id, stop) is not { } file) return TypedResults.NotFound();

        var bytes = store.Open(file.Hash) ?? throw new StorageTrouble(
            $"附件“{file.Name}”的内容不在附件目录里，请系统管理员用备份恢复。", new FileNotFoundException(null, file.Hash));
        SetHeaders(http.Response, file);
        return TypedResults.Stream(bytes, file.MediaType, fileDownloadName: null, file.UploadedAt, new EntityTagHeaderValue($"\"{file.Hash}\""),
            enableRangeProcessing: true);
    }

    private static void SetHeaders(HttpResponse response, Attachment file)
    {
        var disposition = new ContentDispositionHeaderValue(FileReading.IsPicture(file) ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.ContentSecurityPolicy = Sandbox;
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";

        // Kept by this browser only, and asked for again each time: a right may have ended.
        response.Headers.CacheControl = "private, no-cache";
    }
}
