using Huanxin.App.People;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Web.Ui.Forms;
using Huanxin.Web.Ui.Tables;

namespace Huanxin.Web.People;

/// <summary>Columns that more than one list of this feature has.</summary>
public static class PeopleColumns
{
    /// <summary>The place of a row; chosen, it stands for all that lies below it.</summary>
    public static ConditionColumn<T> Place<T>(PlaceNames names, Jurisdiction where, string title = "属地") where T : IPlaced =>
        new("place", title, row => names.NameOf(row.Place), Options(names, where))
        {
            Condition = text =>
            {
                if (!RegionCode.TryParse(text, out var place)) return null;

                var beyond = place.Beyond;
                return place == RegionCode.Nation ? null : row => row.Place >= place && row.Place < beyond;
            },
        };

    /// <summary>Places to choose from, set in by level.</summary>
    public static IReadOnlyList<Option> Options(PlaceNames names, Jurisdiction where) =>
        [.. names.Inside(where).Select(place => new Option(place.ToString(), new string('　', Depth(place)) + names.NameOf(place)))];

    private static int Depth(RegionCode place) => Math.Max(0, (int)place.Level - 1);
}
