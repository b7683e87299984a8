namespace Huanxin.Core.Exchange;

/// <summary>All headings the wanted fields go by (字段名称表).</summary>
internal sealed class FieldNames
{
    private const int ShortestLikeness = 2;
    private const string Question = "是否";
    private static readonly string[] Others = ["有无", "户均", "人均", "平均", "占地", "用地"];
    private readonly Dictionary<string, FieldSpec> byName = [];
    private readonly Dictionary<string, FieldSpec> byQuestion = [];
    private readonly Dictionary<string, FieldSpec> byRemembered = [];

    public FieldNames(IReadOnlyList<FieldSpec> fields, IReadOnlyDictionary<string, string> remembered)
    {
        foreach (var field in fields)
        {
            foreach (var name in field.Names) byName.TryAdd(HeaderText.Of(name).Key, field);
        }

        foreach (var field in fields.Where(field => field.Kind == FieldKind.YesNo))
        {
            foreach (var name in field.Names) byQuestion.TryAdd(Plain(HeaderText.Of(name).Key), field);
        }

        foreach (var (key, code) in remembered)
        {
            if (fields.FirstOrDefault(field => field.Code == code) is { } field) byRemembered[key] = field;
        }
    }

    public bool Knows(RawCell cell) =>
        cell.Kind == RawKind.Text && cell.Text!.Length <= 60
        && (Named(HeaderText.Of(cell.Text).Key) is not null || byRemembered.ContainsKey(CellText.Key(cell.Text)));

    /// <summary>How much a cell speaks for its row being the head: a known heading twice a likely one.</summary>
    public int Weight(RawCell cell)
    {
        if (Knows(cell)) return 2;

        return cell.Kind == RawKind.Text && cell.Text!.Length <= 30
            && Likely(HeaderText.Of(cell.Text).Key).Field is not null ? 1 : 0;
    }

    /// <summary>
    /// The columns with their fields; one field serves a group once, and a known heading goes before a likely one.
    /// </summary>
    public List<MappedColumn> Match(List<MappedColumn> columns)
    {
        var taken = new HashSet<(string, string)>();
        var sure = columns.ConvertAll(column => Take(column, Known(column), taken));
        return sure.ConvertAll(column => column.Match == MatchKind.None ? Take(column, Likely(column), taken) : column);
    }

    private static MappedColumn Take(MappedColumn column, (FieldSpec? Field, MatchKind Match) found, HashSet<(string, string)> taken)
    {
        if (found.Field is null) return column;

        return taken.Add((found.Field.Code, column.Group))
            ? column with { Field = found.Field, Match = found.Match }
            : column with { Match = MatchKind.Repeated };
    }

    private (FieldSpec? Field, MatchKind Match) Known(MappedColumn column)
    {
        if (byRemembered.TryGetValue(column.Key, out var known)) return (known, MatchKind.Remembered);

        var (leaf, group) = (HeaderText.Of(column.Header).Key, HeaderText.Of(column.Group.Split('/')[^1]).Key);
        return (byName.GetValueOrDefault(group + leaf) ?? Named(leaf)) is { } named ? (named, MatchKind.Exact) : (null, MatchKind.None);
    }

    // “是否” stands before, in or behind what is asked: 是否物业管理不完善, 物业管理是否不完善.
    private FieldSpec? Named(string leaf) =>
        byName.GetValueOrDefault(leaf) ?? (IsQuestion(leaf) ? byQuestion.GetValueOrDefault(Plain(leaf)) : null);

    private static bool IsQuestion(string leaf) => leaf.Contains(Question, StringComparison.Ordinal);

    private static string Plain(string leaf) => leaf.Replace(Question + "存在", "").Replace(Question, "");

    private (FieldSpec? Field, MatchKind Match) Likely(MappedColumn column) => Likely(HeaderText.Of(column.Header).Key);

    private static bool IsFigure(FieldSpec field) => field.Kind is FieldKind.Whole or FieldKind.Number or FieldKind.Area or FieldKind.Money;

    // Whether there is one, an average, a share, or the ground it stands on: no such figure, however much of its name the heading has.
    private static bool AsksOtherwise(string leaf) => leaf.EndsWith('率') || Others.Any(word => leaf.Contains(word, StringComparison.Ordinal));

    // The longest known name inside the heading; a question is only like one that is answered with yes or no.
    private (FieldSpec? Field, MatchKind Match) Likely(string leaf)
    {
        var (name, field) = byName
            .Where(pair => pair.Key.Length >= ShortestLikeness && leaf.Contains(pair.Key, StringComparison.Ordinal)
                && (pair.Value.Kind == FieldKind.YesNo || !IsQuestion(leaf)) && !(IsFigure(pair.Value) && AsksOtherwise(leaf)))
            .OrderByDescending(pair => pair.Key.Length).FirstOrDefault();
        return name is null ? (null, MatchKind.None) : (field, MatchKind.Likely);
    }
}
