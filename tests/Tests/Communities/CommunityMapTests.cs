using System.Net;
using System.Text.Json;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Huanxin.Web.Communities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Huanxin.Tests.Communities;

[BothDatabases]
public sealed class CommunityMapTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_map_shows_points_without_scripts_and_without_a_tile_server()
    {
        await app.KeepAsync(At("竹岛小区", 37.50, 122.10), At("鲸园小区", 37.52, 122.13), CommunityGiven.Community("无位置小区"));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await browser.GetAsync("/communities/map");

        Assert.Equal(2, page.Document.QuerySelectorAll("svg.map.wide circle").Length);
        Assert.Empty(page.Document.QuerySelectorAll("svg.map.wide image"));
        Assert.Contains("无位置小区", page.Of("main table"));
        Assert.Single((await browser.GetAsync("/communities/map?q=zdxq")).Document.QuerySelectorAll("svg.map.wide circle"));
        Assert.DoesNotContain("style=", page.Of("main"));
        Assert.Equal("/communities?located=no", page.Document.QuerySelector(".table-count a")!.GetAttribute("href"));
        Assert.Contains("另有 1 个没有位置", page.Of(".table-count"));
        Assert.Contains("点开看档案", page.Of(".map-legend"));
    }

    [Fact]
    public async Task Many_communities_are_counted_together_and_open_to_their_part()
    {
        await app.KeepAsync([.. Enumerable.Range(0, 500).Select(i => At($"小区{i}", 37.4 + i % 25 * 0.004, 122.0 + i / 25 * 0.01))]);
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await browser.GetAsync("/communities/map");

        Assert.InRange(page.Document.QuerySelectorAll("svg.map.wide circle").Length, 20, 400);
        Assert.Equal(500, page.Document.QuerySelectorAll("svg.map.wide text.map-count, svg.map.wide circle.map-point").Sum(t => t.LocalName == "text" ? int.Parse(t.TextContent, null) : 1));
        var part = page.Document.QuerySelectorAll("svg.map.wide a").Select(a => a.GetAttribute("href")!).First(h => h.Contains("box=", StringComparison.Ordinal));
        Assert.True((await browser.GetAsync(part)).Document.QuerySelectorAll("svg.map.wide circle").Length < 500);
    }

    [Fact]
    public async Task On_a_phone_the_whole_map_is_seen_at_once_circles_stand_apart_and_one_that_lies_alone_opens()
    {
        await app.KeepAsync([.. Enumerable.Range(0, 200).Select(i => At($"小区{i}", 37.10 + i % 20 * 0.0007, 122.0 + i / 20 * 0.002)), At("远处小区", 37.5, 122.5)]);
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var page = await browser.GetAsync("/communities/map");

        foreach (var sheet in page.Document.QuerySelectorAll("svg.map"))
        {
            var circles = sheet.QuerySelectorAll("circle").Select(c => (X: Number(c, "cx"), Y: Number(c, "cy"), R: Number(c, "r"))).ToList();
            var (width, height) = (Number(sheet, "viewBox", 2), Number(sheet, "viewBox", 3));
            Assert.All(circles, c => Assert.True(c.X >= c.R && c.X <= width - c.R && c.Y >= c.R && c.Y <= height - c.R, $"{c} is not on the sheet"));
            Assert.All(circles, c => Assert.DoesNotContain(circles, d => c != d && double.Hypot(c.X - d.X, c.Y - d.Y) < c.R + d.R - 1));
        }

        Assert.Equal("328", page.Document.QuerySelector("svg.map.narrow")!.GetAttribute("viewBox")!.Split(' ')[2]);
        var far = await app.AskAsync(db => db.Communities.SingleAsync(c => c.Name == "远处小区"));
        Assert.Single(page.Document.QuerySelectorAll("svg.map.narrow a"), a => a.GetAttribute("href") == $"/communities/{far.Id}");
    }

    [Fact]
    public async Task Without_tiles_the_districts_are_named_where_there_is_room_and_nothing_is_covered()
    {
        string[] codes = ["371002", "371003", "371082", "371083"];
        await app.KeepAsync([.. Enumerable.Range(0, 200).Select(i => CommunityGiven.Community($"小区{i}", RegionCode.Of(codes[i % 4]),
            also: p => p with { Latitude = 37.0 + i % 4 / 2 * 0.4 + i % 13 * 0.01, Longitude = 122.0 + i % 2 * 0.5 + i % 17 * 0.01 }))]);
        using var browser = await app.SignedInAsync(Role.CityOfficer, Given.City);

        var page = await browser.GetAsync("/communities/map");

        foreach (var sheet in page.Document.QuerySelectorAll("svg.map"))
        {
            var labels = sheet.QuerySelectorAll("text.map-place").Select(t => (t.TextContent, X: Number(t, "x"), Y: Number(t, "y"), Half: t.TextContent.Length * 7.0)).ToList();
            Assert.Contains("环翠区", labels.Select(label => label.TextContent));
            Assert.All(labels, l => Assert.DoesNotContain(sheet.QuerySelectorAll("circle"), c => Math.Abs(Number(c, "cx") - l.X) < l.Half + Number(c, "r") && Math.Abs(Number(c, "cy") - l.Y + 5) < 8 + Number(c, "r")));
            Assert.All(labels, l => Assert.DoesNotContain(labels, m => m != l && Math.Abs(m.X - l.X) < m.Half + l.Half && Math.Abs(m.Y - l.Y) < 18));
            Assert.All(labels, l => Assert.True(l.X - l.Half >= 0 && l.X + l.Half <= Number(sheet, "viewBox", 2), $"{l} is cut off"));
        }
    }

    [Fact]
    public async Task One_district_is_named_by_its_streets()
    {
        await app.KeepAsync(At("竹岛小区", 37.50, 122.10), CommunityGiven.Community("鲸园小区", RegionCode.Of("371002002"), also: p => p with { Latitude = 37.52, Longitude = 122.13 }));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);

        var names = (await browser.GetAsync("/communities/map")).Document.QuerySelectorAll("svg.map.wide text.map-place").Select(t => t.TextContent);

        Assert.Contains("鲸园街道", names);
    }

    [Fact]
    public async Task A_tile_server_is_asked_only_when_the_operator_has_named_one()
    {
        await using var tiled = await TestApp.StartAsync(("HUANXIN_MAP_TILES", "https://tiles.example.cn/{z}/{x}/{y}.png"));
        await tiled.KeepAsync(At("竹岛小区", 37.50, 122.10));
        using var browser = await tiled.SignedInAsync(Role.DistrictOfficer);

        var page = await browser.GetAsync("/communities/map");

        Assert.False(page.Has("text.map-place"));
        Assert.StartsWith("https://tiles.example.cn/1", page.Document.QuerySelector("svg.map.wide image")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("img-src 'self' data: https://tiles.example.cn;", page.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_looks_alike_is_suggested_until_somebody_says_it_is_two()
    {
        await app.KeepAsync(CommunityGiven.Community("竹岛小区"), CommunityGiven.Community("竹岛花园"), CommunityGiven.Community("竹岛小区", RegionCode.Of("371003")));
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var page = await browser.GetAsync("/communities/duplicates");
        Assert.Contains("疑似重复 1 对", page.Text);
        Assert.Contains("名称相同", page.Of("main table"));

        var answer = await browser.SubmitAsync(page, "/communities/duplicates", new { }, "main form[method=post]");

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Contains("没有发现疑似重复", (await browser.GetAsync(answer.Next!)).Text);
        Assert.Equal(3, await app.AskAsync(db => db.Communities.CountAsync(c => c.State == CommunityState.Active)));
    }

    [Fact]
    public async Task A_program_registers_reads_and_changes_a_community_with_its_version()
    {
        using var browser = await app.SignedInAsync(Role.DistrictOfficer);
        var stop = TestContext.Current.CancellationToken;

        var made = await browser.Client.PostAsJsonAsync("/api/v1/communities",
            new { name = "竹岛小区", place = "371002003", built = "1998", households = 240, kind = "Ordinary", why = "接口登记" }, stop);
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        var one = await made.Content.ReadFromJsonAsync<JsonElement>(stop);
        var address = $"/api/v1/communities/{one.GetProperty("id").GetString()}";
        Assert.Equal("普通住宅小区", one.GetProperty("kind").GetProperty("name").GetString());

        var changed = await browser.Client.PutAsJsonAsync(address, new { version = 1, households = 250 }, stop);
        Assert.Equal((250, "1998"), Told(await changed.Content.ReadFromJsonAsync<JsonElement>(stop)));
        var stale = await browser.Client.PutAsJsonAsync(address, new { version = 1, households = 260 }, stop);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var wrong = await browser.Client.PutAsJsonAsync(address, new { version = 2, kind = "Palace", built = "很久" }, stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var outside = await browser.Client.PostAsJsonAsync("/api/v1/communities", new { name = "文登小区", place = "371003" }, stop);
        Assert.Equal(HttpStatusCode.Conflict, outside.StatusCode);
        var list = await browser.Client.GetFromJsonAsync<JsonElement>("/api/v1/communities?q=zdxq&kind=Ordinary", stop);
        Assert.Equal(1, list.GetProperty("total").GetInt32());
        Assert.Equal(0, (await browser.Client.GetFromJsonAsync<JsonElement>(address + "/buildings", stop)).GetArrayLength());
    }

    [Fact]
    public void A_point_lies_on_the_sheet_and_north_is_up()
    {
        var sheet = MapSheet.Wide(new MapBox(122, 37, 123, 38));
        var (north, south) = (sheet.At(38, 122.5), sheet.At(37, 122.5));

        Assert.True(north.Y < south.Y);
        Assert.Equal(sheet.Width / 2.0, north.X, 3);
        Assert.All(sheet.Tiles("https://t/{z}/{x}/{y}"), tile => Assert.InRange(tile.Size, 256, 512));
    }

    private static double Number(AngleSharp.Dom.IElement element, string name, int at = 0) =>
        double.Parse(element.GetAttribute(name)!.Split(' ')[at], System.Globalization.CultureInfo.InvariantCulture);

    private static (int?, string?) Told(JsonElement one) => (one.GetProperty("households").GetInt32(), one.GetProperty("built").GetString());

    private static Community At(string name, double latitude, double longitude) =>
        CommunityGiven.Community(name, also: p => p with { Latitude = latitude, Longitude = longitude });
}
