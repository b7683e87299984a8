using System.Net;
using System.Net.Http.Headers;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Files;

[BothDatabases]
public sealed class FilesPageTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Browser admin = null!;
    private string url = "";

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        admin = await app.SignedInAsync(Role.SystemAdministrator, Given.City, "admin");
        var organisation = await app.AskAsync(db => db.Organisations.SingleAsync());
        url = $"/files/Organisation/{organisation.Id}";
    }

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        await app.DisposeAsync();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(app.Database.DataFolder, "files");

    [Fact]
    public async Task A_file_that_was_uploaded_is_listed_and_comes_back_as_it_was()
    {
        var answer = await admin.UploadAsync(url, ("关于成立专班的批复.pdf", Uploads.Pdf));

        Assert.Equal(url, answer.Next);
        var page = await admin.GetAsync(url);
        Assert.Contains("关于成立专班的批复.pdf", page.Text);
        Assert.Contains("演示·admin", page.Text);
        var download = await admin.Client.GetAsync(page.Document.QuerySelector(".attachments a")!.GetAttribute("href"), Stop);
        Assert.Equal(Uploads.Pdf, await download.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(["file.add"], await app.AskAsync(db => db.Acts.Where(a => a.Verb.StartsWith("file.")).Select(a => a.Verb).ToListAsync()));
    }

    [Fact]
    public async Task A_download_is_sandboxed_named_in_Chinese_kept_by_one_browser_only_and_answered_in_parts()
    {
        var href = await UploadedAsync("批复（终稿）.pdf", Uploads.Pdf);

        var answer = await admin.Client.GetAsync(href, Stop);

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("批复（终稿）.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.StartsWith("sandbox; default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(answer.Headers.CacheControl is { Private: true, NoCache: true });
        var hash = await app.AskAsync(db => db.Attachments.Select(a => a.Hash).SingleAsync());
        Assert.Equal($"\"{hash}\"", answer.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NotModified, (await SendAsync(href, r => r.Headers.IfNoneMatch.Add(answer.Headers.ETag))).StatusCode);
        var part = await SendAsync(href, r => r.Headers.Range = new RangeHeaderValue(0, 3));
        Assert.Equal((HttpStatusCode.PartialContent, "%PDF"), (part.StatusCode, await part.Content.ReadAsStringAsync(Stop)));
    }

    [Fact]
    public async Task A_picture_is_shown_in_place_and_keeps_only_time_and_place()
    {
        var href = await UploadedAsync("现场.jpg", Pictures.Jpeg(Pictures.ExifSegment(Pictures.Exif())));

        var answer = await admin.Client.GetAsync(href, Stop);

        Assert.Equal("inline", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.MediaType);
        var photo = await app.AskAsync(db => db.Attachments.SingleAsync());
        Assert.NotNull(photo.TakenAt);
        Assert.Equal(37.513068, photo.Latitude);
        Assert.True((await admin.GetAsync(url)).Has(".attachments img"));
    }

    [Theory]
    [InlineData("方案.pdf", "<script>alert(1)</script>", "不接收网页或矢量图")]
    [InlineData("方案.pdf", "PK\u0003\u0004", "没有接收|不接收|可以上传")]
    [InlineData("空.pdf", "", "是空的")]
    [InlineData("../../etc/passwd.pdf", "%PDF-1.7 x", "含有路径分隔符")]
    [InlineData("工具.exe.pdf", "%PDF-1.7 x", "可执行文件")]
    public async Task What_is_not_what_it_claims_is_refused_with_a_sentence_and_leaves_nothing(string name, string content, string sentences)
    {
        var answer = await admin.UploadAsync(url, (name, System.Text.Encoding.UTF8.GetBytes(content)));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains(sentences.Split('|'), sentence => answer.Text.Contains(sentence, StringComparison.Ordinal));
        Assert.Empty(Uploads.Kept(Folder));
        Assert.Equal(0, await app.AskAsync(db => db.Attachments.CountAsync()));
    }

    [Fact]
    public async Task One_bad_file_among_several_refuses_all_and_no_bytes_stay()
    {
        var answer = await admin.UploadAsync(url, ("一.pdf", Uploads.Pdf), ("二.pdf", "MZ\0\0"u8.ToArray()));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Empty(Uploads.Kept(Folder));
    }

    [Fact]
    public async Task Nothing_chosen_is_said()
    {
        var answer = await admin.UploadAsync(url);

        Assert.Contains("还没有选择文件", answer.Text);
    }

    [Fact]
    public async Task A_file_over_its_limit_and_a_request_over_ours_are_each_answered_with_a_sentence()
    {
        var file = await admin.UploadAsync(url, ("大.pdf", [.. "%PDF-1.7"u8, .. new byte[50 << 20]]));
        Assert.Contains("超过 50 MB 的上限", file.Text);

        var request = await admin.UploadAsync(url, ("很大.pdf", new byte[65 << 20]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, request.Status);
        Assert.Contains("一次提交最多 64 MB", request.Text);
        Assert.Empty(Uploads.Kept(Folder));
    }

    [Fact]
    public async Task Who_may_not_see_the_record_does_not_find_its_files()
    {
        var href = await UploadedAsync("内部.pdf", Uploads.Pdf);
        using var designer = await app.SignedInAsync(Role.Designer, Given.City, "designer");
        using var elsewhere = await app.SignedInAsync(Role.DistrictOfficer, RegionCode.Of("370784"), "elsewhere");
        using var nobody = app.Open();

        foreach (var browser in new[] { designer, elsewhere })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(href)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(url)).Status);
        }

        Assert.StartsWith("/sign-in", (await nobody.GetAsync(href)).Next, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/files/Account/" + Given.Id())).Status);
    }

    [Fact]
    public async Task Who_may_only_see_the_record_finds_its_files_and_no_way_to_change_them()
    {
        var href = await UploadedAsync("公开.pdf", Uploads.Pdf);
        using var officer = await app.SignedInAsync(Role.CityOfficer, Given.City, "officer");
        var id = href.Split('/')[2];

        Assert.Contains("公开.pdf", (await officer.GetAsync(url)).Text);
        Assert.False((await officer.GetAsync(url)).Has("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/files/{id}/withdrawal")).Status);
        Assert.Equal(HttpStatusCode.OK, (await officer.Client.GetAsync(href, Stop)).StatusCode);
    }

    [Fact]
    public async Task A_file_is_withdrawn_with_a_reason_and_stays_as_evidence_for_those_who_read_the_history()
    {
        var href = await UploadedAsync("错发.pdf", Uploads.Pdf);
        var withdrawal = $"/files/{href.Split('/')[2]}/withdrawal";

        Assert.Contains("请填写撤下的原因", (await admin.SubmitAsync(withdrawal, new { Form__Why = "" })).Text);
        Assert.Equal(url, (await admin.SubmitAsync(withdrawal, new { Form__Why = "传错了文件" })).Next);

        Assert.Contains("已撤下的附件", (await admin.GetAsync(url)).Text);
        Assert.Equal(HttpStatusCode.OK, (await admin.Client.GetAsync(href, Stop)).StatusCode);
        Assert.Single(Uploads.Kept(Folder));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(withdrawal)).Status);
    }

    [Fact]
    public async Task A_file_whose_bytes_are_gone_is_said_to_be_gone()
    {
        var href = await UploadedAsync("丢失.pdf", Uploads.Pdf);
        File.Delete(Uploads.Kept(Folder).Single());

        var page = await admin.GetAsync(href);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("用备份恢复", page.Text);
    }

    [Fact]
    public async Task A_file_too_large_for_memory_comes_back_whole_and_in_parts()
    {
        byte[] large = [.. Uploads.Pdf, .. Enumerable.Range(0, 300_000).Select(n => (byte)(n / 7))];
        var href = await UploadedAsync("图纸.pdf", large);

        Assert.Equal(large, await admin.Client.GetByteArrayAsync(href, Stop));
        using var part = await SendAsync(href, request => request.Headers.Range = new RangeHeaderValue(65_000, 200_000));
        Assert.Equal(large[65_000..200_001], await part.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task A_file_that_was_altered_on_the_disk_is_said_to_be_and_nothing_of_it_is_given()
    {
        var href = await UploadedAsync("改动.pdf", Uploads.Pdf);
        var kept = Uploads.Kept(Folder).Single();
        var whole = await File.ReadAllBytesAsync(kept, Stop);
        Assert.Equal(-1, whole.AsSpan().IndexOf("%PDF"u8));

        foreach (var bytes in new byte[][] { [.. whole[..^1], (byte)(whole[^1] ^ 1)], [.. whole, 0], Uploads.Pdf })
        {
            await File.WriteAllBytesAsync(kept, bytes, Stop);

            var page = await admin.GetAsync(href);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
            Assert.Contains("用备份恢复", page.Text);
            Assert.DoesNotContain("%PDF", page.Text);
        }
    }

    private async Task<string> UploadedAsync(string name, byte[] bytes)
    {
        await admin.UploadAsync(url, (name, bytes));
        return (await admin.GetAsync(url)).Document.QuerySelector(".attachments a")!.GetAttribute("href")!;
    }

    private async Task<HttpResponseMessage> SendAsync(string href, Action<HttpRequestMessage> with)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, href);
        with(request);
        return await admin.Client.SendAsync(request, Stop);
    }
}
