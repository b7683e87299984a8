namespace Huanxin.Web.Ui.Tables;

/// <summary>A file that is made while it leaves; whoever goes away meanwhile leaves nobody working.</summary>
internal sealed class Download(string mediaType, string name, Func<Stream, CancellationToken, Task> write) : IResult
{
    public Task ExecuteAsync(HttpContext http) =>
        Results.Stream(target => write(target, http.RequestAborted), mediaType, name).ExecuteAsync(http);
}
