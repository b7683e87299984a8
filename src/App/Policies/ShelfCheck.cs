using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.App.Policies;

/// <summary>Checks that need more than one line of a pack, or more than one pack. Reports all faults at once.</summary>
internal static class ShelfCheck
{
    /// <summary>Adds all faults to the packs they belong to.</summary>
    public static void Run(IReadOnlyList<Pack> packs, RegionList regions)
    {
        var names = new PackNames(packs, regions);
        foreach (var pack in packs)
        {
            foreach (var use in pack.Index.Uses.ToList()) names.Resolve(pack, use);
            new RuleCheck(pack, names).Run();
            Identity(pack);
            ClauseIds(pack);
            Parameters(pack);
            Plans(pack);
            Cycles(pack);
        }

        foreach (var twin in packs.GroupBy(p => p.Id).SelectMany(g => g.Skip(1)))
        {
            var place = twin.Root["document"]?.Place ?? twin.Root.Place;
            twin.Index.Faults.Add(PackFaults.DuplicateDocument(place, twin.Id));
        }

        Overlaps(packs);
    }

    private static void Identity(Pack pack)
    {
        var row = pack.Identity;
        if (row.Date("effective") is { } from && row.Date("expires") is { } to && to < from)
        {
            pack.Index.Faults.Add(PackFaults.DatesCrossed(row.PlaceOf("expires")!));
        }

        var folder = pack.Stem[..pack.Stem.IndexOf('/', StringComparison.Ordinal)];
        if (pack.Region is { } region && !folder.StartsWith(region.ToString(), StringComparison.Ordinal))
        {
            pack.Index.Faults.Add(PackFaults.UnknownFolder(row.PlaceOf("region")!, folder, region.ToString()));
        }
    }

    private static void ClauseIds(Pack pack)
    {
        foreach (var clause in pack.Index.Names.Values.Where(n => n.Kind == NameKind.Clause))
        {
            if (!clause.Name.StartsWith($"{pack.Id}-", StringComparison.Ordinal))
            {
                pack.Index.Faults.Add(PackFaults.ForeignClauseId(clause.Place, clause.Name, pack.Id));
            }
        }
    }

    private static void Parameters(Pack pack)
    {
        foreach (var (name, row) in new PackRow(pack.Root).Entries("parameters"))
        {
            var place = pack.Index.Names[(NameKind.Parameter, name)].Place;
            if (!IsParameterName(name)) pack.Index.Faults.Add(PackFaults.ParameterName(place, name));
            if (Words<ParameterType>.Parse(row.Text("type")) is not { } type) continue;

            var unit = row.TextOrNull("unit");
            if (type == ParameterType.Days && unit is not ("日" or PolicyWords.WorkingDay))
            {
                pack.Index.Faults.Add(PackFaults.UnitMissing(place, name));
            }

            foreach (var value in row.Scalars("value").Concat(row.Row("by-place").AllScalars()))
            {
                if (type == ParameterType.List || value.Text == Shape.Unverified) continue;
                if (PackValues.Of(value.Text, type, unit) is not null) continue;

                pack.Index.Faults.Add(PackFaults.BadValue(value.Place, value.Text, type, unit));
            }

            foreach (var (code, at) in row.Row("by-place").Keys().Where(k => !RegionCode.TryParse(k.Key, out _)))
            {
                pack.Index.Faults.Add(PackFaults.BadRegion(at, code));
            }
        }
    }

    private static bool IsParameterName(string name) =>
        name.Contains('.', StringComparison.Ordinal) && name.Split('.').All(word => word.Length > 0
            && word.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'));

    private static void Plans(Pack pack)
    {
        foreach (var plan in new PackRow(pack.Root).Rows("plans"))
        {
            var columns = Leaves(plan.Rows("columns"));
            foreach (var row in plan.Maps("rows").Concat(plan.Map("total") is { } total ? [total] : []))
            {
                if (row["values"] is PackNode.List values && values.Items.Count != columns)
                {
                    pack.Index.Faults.Add(PackFaults.ValueCount(values.Place, values.Items.Count, columns));
                }
            }
        }
    }

    private static int Leaves(IEnumerable<PackRow> columns) =>
        columns.Sum(c => c.Has("columns") ? Leaves(c.Rows("columns")) : 1);

    private static void Cycles(Pack pack)
    {
        var steps = new PackRow(pack.Root).Rows("procedure").SelectMany(p => p.Rows("steps"))
            .GroupBy(s => s.Text("id")).ToDictionary(g => g.Key, g => g.First().Texts("after"));
        foreach (var id in steps.Keys.Where(id => LeadsBack(id, id, steps, [])))
        {
            pack.Index.Faults.Add(PackFaults.Cycle(pack.Index.Names[(NameKind.Step, id)].Place, id));
        }
    }

    private static bool LeadsBack(string from, string to, Dictionary<string, IReadOnlyList<string>> steps,
        HashSet<string> seen) =>
        steps.TryGetValue(from, out var before)
        && before.Any(b => b == to || (seen.Add(b) && LeadsBack(b, to, steps, seen)));

    // Two documents of one place may give the same name on the same day only if one replaces or rests on the other.
    private static void Overlaps(IReadOnlyList<Pack> packs)
    {
        NameKind[] kinds = [NameKind.Parameter, NameKind.RuleSet, NameKind.Quota, NameKind.Priority];
        for (var i = 0; i < packs.Count; i++)
        {
            for (var j = i + 1; j < packs.Count; j++)
            {
                var (one, other) = (packs[i], packs[j]);
                if (one.Region is null || one.Region != other.Region) continue;
                if (AreTied(one, other) || !Coincide(one, other)) continue;

                var shared = other.Index.Names.Values
                    .Where(n => kinds.Contains(n.Kind) && one.Index.Names.ContainsKey((n.Kind, n.Name)));
                foreach (var name in shared)
                {
                    other.Index.Faults.Add(PackFaults.Overlap(name.Place, name.Name, one.Id));
                }
            }
        }
    }

    private static bool AreTied(Pack one, Pack other) => Ties(one).Contains(other.Id) || Ties(other).Contains(one.Id);

    private static IEnumerable<string> Ties(Pack pack) =>
        pack.Identity.Texts("replaces").Concat(pack.Identity.Texts("based-on"));

    private static bool Coincide(Pack one, Pack other) => Starts(one) <= Ends(other) && Starts(other) <= Ends(one);

    private static DateOnly Starts(Pack pack) => pack.Identity.Date("effective") ?? DateOnly.MinValue;

    private static DateOnly Ends(Pack pack) => pack.Identity.Date("expires") ?? DateOnly.MaxValue;
}
