namespace Huanxin.App.Policies;

/// <summary>
/// Everything that is wrong with a folder of packs: faults of the files, and cases that came out differently.
/// </summary>
/// <param name="Gaps">Placeholders marked 未核实, which are no faults but wait for an answer.</param>
public sealed record PackReport(int Documents, IReadOnlyList<PackFault> Faults, IReadOnlyList<CaseResult> Cases,
    int Gaps)
{
    /// <summary>Faults first, then wrong cases.</summary>
    public IEnumerable<PackFault> All => Faults.Concat(Cases.Select(c => c.Wrong).OfType<PackFault>());

    public bool IsSound => !All.Any();
}

/// <summary>Checks a folder of packs without starting anything on it.</summary>
public static class PackCheck
{
    /// <summary>Reads everything, then runs the cases when the files are sound.</summary>
    public static PackReport Run(string folder)
    {
        var reading = ShelfReading.Of(folder);
        if (reading.Shelf is not { } shelf) return new(reading.Packs.Count, reading.Faults, [], 0);

        var cases = new PackCases(shelf);
        return new(reading.Packs.Count, [], [.. reading.Packs.SelectMany(cases.Run)],
            shelf.Documents.Sum(d => Core.Policies.Gaps.Of(d).Count));
    }
}
