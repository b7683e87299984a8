using Huanxin.App.Policies;
using Huanxin.Core.Kernel;
using Huanxin.Core.Stewardship;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

public class WarrantyTests
{
    private const string Season =
        """
        parameters:
          warranty.heating-seasons: { label: 供热保修, type: count, value: 2, unit: 个采暖期, clause: T1-1 }
          heating.season-start: { label: 采暖期开始, type: text, value: 11-15, clause: T1-1 }
          heating.season-end: { label: 采暖期结束, type: text, value: 04-05, clause: T1-1 }
        warranties:
          - { id: heating, title: 供热, seasons: warranty.heating-seasons, clause: T1-1 }
        """;

    [Theory]
    [InlineData("2024-11-14", "2026-04-05")]
    [InlineData("2024-11-15", "2026-04-05")]
    [InlineData("2024-11-16", "2027-04-05")]
    [Clause("QM-40")]
    public void Two_heating_seasons_are_two_whole_seasons_of_the_city(string accepted, string lastDay)
    {
        var shelf = PolicyShelf.Load(Shelf.FolderWith(("371000-weihai/a.yaml", Shelf.Document("T1", "371000",
            "2024-01-01", Season))));
        var book = shelf.For(RegionCode.Of("371002"), new DateOnly(2024, 11, 20));

        Assert.Equal(PackValues.Date(lastDay), WarrantyRules.EndOf(book, "heating", PackValues.Date(accepted)!.Value)
            .LastDay);
    }
}
