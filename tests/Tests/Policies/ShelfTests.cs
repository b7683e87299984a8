using Huanxin.App.Policies;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

public class ShelfTests
{
    private const string Limit = "parameters:\n  limit.count: { label: 数, type: count, value: %, clause: #-1 }";

    [Fact]
    [Clause("W20-1.4c")]
    public void The_nearest_layer_gives_the_value_and_the_others_stay_visible()
    {
        var shelf = PolicyShelf.Load(Shelf.FolderWith(
            ("000000-national/a.yaml", Document("N1", "000000", "2020-01-01", "1")),
            ("371000-weihai/a.yaml", Document("C1", "371000", "2021-01-01", "2")),
            ("371002-huancui/a.yaml", Document("D1", "371002", "2022-01-01", "3"))));

        Assert.Equal((3L, "D1"), Given(shelf, "371002001"));
        Assert.Equal((2L, "C1"), Given(shelf, "371003"));
        Assert.Equal((1L, "N1"), Given(shelf, "520525"));
        Assert.Equal(["D1", "C1", "N1"], shelf.For(RegionCode.Of("371002"), new(2024, 1, 1)).Layers("limit.count")
            .Select(l => l.Document.Id));
    }

    [Fact]
    public void A_document_counts_from_the_day_it_takes_effect()
    {
        var shelf = PolicyShelf.Load(Shelf.FolderWith(
            ("000000-national/a.yaml", Document("N1", "000000", "2020-01-01", "1")),
            ("371000-weihai/a.yaml", Document("C1", "371000", "2021-06-01", "2"))));

        Assert.Equal(1L, shelf.For(RegionCode.Of("371000"), new(2021, 5, 31)).Value<long>("limit.count"));
        Assert.Equal(2L, shelf.For(RegionCode.Of("371000"), new(2021, 6, 1)).Value<long>("limit.count"));
    }

    [Fact]
    public void A_replaced_document_no_longer_holds_but_can_still_be_read()
    {
        var shelf = PolicyShelf.Load(Shelf.FolderWith(
            ("371000-weihai/a.yaml", Document("C1", "371000", "2021-01-01", "1")),
            ("371000-weihai/b.yaml", Document("C2", "371000", "2022-01-01", "2", "  replaces: [C1]"))));

        Assert.Equal(1L, shelf.For(RegionCode.Of("371000"), new(2021, 12, 31)).Value<long>("limit.count"));
        Assert.Equal(["C2"], shelf.For(RegionCode.Of("371000"), new(2022, 1, 1)).Documents.Select(d => d.Id));
        Assert.Equal("C2", shelf.ReplacedBy(shelf.Find("C1")!, new(2022, 1, 1))?.Id);
        Assert.NotNull(shelf.FindClause("C1-1"));
    }

    [Fact]
    public void A_mark_of_not_verified_does_not_hide_the_value_behind_it()
    {
        var shelf = PolicyShelf.Load(Shelf.FolderWith(
            ("000000-national/a.yaml", Document("N1", "000000", "2020-01-01", "1")),
            ("371000-weihai/a.yaml", Document("C1", "371000", "2021-01-01", "未核实"))));

        Assert.Equal((1L, "N1"), Given(shelf, "371000"));
        Assert.Null(shelf.For(RegionCode.Of("371000"), new(2024, 1, 1)).Layers("limit.count").First().Value);
    }

    [Fact]
    public void A_draft_holds_only_where_it_is_asked_for()
    {
        var shelf = PolicyShelf.Load(Shelf.FolderWith(
            ("371000-weihai/a.yaml", Document("C1", "371000", "2021-01-01", "1")),
            ("371000-weihai/b.yaml", Document("C2", "371000", "2022-01-01", "2", "  based-on: [C1]")
                .Replace("in-force", "draft", StringComparison.Ordinal))));

        Assert.Equal(1L, shelf.For(RegionCode.Of("371000"), new(2024, 1, 1)).Value<long>("limit.count"));
        Assert.Equal(2L, shelf.For(RegionCode.Of("371000"), new(2024, 1, 1), shelf.Find("C2")!)
            .Value<long>("limit.count"));
    }

    [Fact]
    public void A_value_by_place_holds_in_that_place_and_below()
    {
        var text = Shelf.Document("C1", "371000", "2021-01-01",
            "parameters:\n  limit.count: { label: 数, type: count, value: 1, by-place: { \"371002\": 9 }, clause: C1-1 }");
        var shelf = PolicyShelf.Load(Shelf.FolderWith(("371000-weihai/a.yaml", text)));

        Assert.Equal((9L, "C1"), Given(shelf, "371002001"));
        Assert.Equal((1L, "C1"), Given(shelf, "371003"));
    }

    [Fact]
    public void The_same_files_have_the_same_fingerprint_and_a_changed_letter_another()
    {
        var text = Document("C1", "371000", "2021-01-01", "1");
        string Hash(string yaml) => PolicyShelf.Load(Shelf.FolderWith(("371000-weihai/a.yaml", yaml))).Find("C1")!.Hash;

        Assert.Equal(Hash(text), Hash(text));
        Assert.NotEqual(Hash(text), Hash(text.Replace("测试条款", "测试条文", StringComparison.Ordinal)));
    }

    [Fact]
    public void Places_are_found_by_alias_and_in_spite_of_blanks()
    {
        var regions = Shelf.Sound.Regions;
        var weihai = RegionCode.Of("371000");

        Assert.Equal("371071", Assert.Single(regions.Named("高 区", weihai)).Code.ToString());
        Assert.True(regions.Find(RegionCode.Of("3710Z1"))!.IsOwn);
        Assert.True(weihai.Contains(Assert.Single(regions.Named("综保区", weihai)).Code));
        Assert.Equal("大汶河旅游发展中心", regions.Find(RegionCode.Of("370784Z02"))!.Name);
    }

    private static string Document(string id, string region, string effective, string value, string more = "") =>
        Shelf.Document(id, region, effective, Limit.Replace("%", value, StringComparison.Ordinal)
            .Replace("#", id, StringComparison.Ordinal), more);

    private static (long, string) Given(PolicyShelf shelf, string place)
    {
        var value = shelf.For(RegionCode.Of(place), new(2024, 1, 1)).Value("limit.count")!;
        return ((long)value.Value!, value.Document.Id);
    }
}
