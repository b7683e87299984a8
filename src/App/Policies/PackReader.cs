using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.App.Policies;

/// <summary>Turns a pack that has stood all checks into a document: identity, text, values and rules.</summary>
public static class PackReader
{
    /// <summary>The document of a pack.</summary>
    public static PolicyDocument Read(PackNode root, string hash)
    {
        var pack = new PackRow(root);
        var document = new PolicyDocument
        {
            Identity = Identity(pack.Row("document")),
            Hash = hash,
            Clauses = [.. pack.Rows("clauses").Select(Clause)],
            Parameters = pack.Entries("parameters").Select(p => Parameter(p.Key, p.Row)).ToDictionary(p => p.Name),
            Eligibility = RuleSets(pack, "eligibility", "community"),
            Exclusions = RuleSets(pack, "exclusions", "community"),
            Requirements = RuleSets(pack, "requirements", "scheme"),
            Quotas = [.. pack.Rows("quotas").Select(Quota)],
            Priority = [.. pack.Rows("priority").Select(Priority)],
        };
        return PackSections.Fill(document, pack);
    }

    private static DocumentIdentity Identity(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.Text("number"), row.Text("issuer"), row.Region("region")!.Value,
        row.Word<DocumentKind>("kind"), row.Date("issued"), row.Date("effective")!.Value, row.Date("expires"),
        row.Text("status") == "draft", [.. row.Texts("years").Select(int.Parse)], row.Texts("subjects"),
            row.Texts("replaces"),
        row.Texts("based-on"), row.TextOrNull("source"), row.Notes);

    private static Clause Clause(PackRow row) => new(
        row.Text("id"), row.Text("heading"), row.TextOrNull("title"), row.Text("kind") == "frame", row.Text("text"),
            row.Notes);

    private static Parameter Parameter(string name, PackRow row)
    {
        var (type, unit) = (row.Word<ParameterType>("type"), row.TextOrNull("unit"));
        var places = row.Row("by-place");
        var byPlace = row.Entries("by-place")
            .ToDictionary(p => RegionCode.Of(p.Key), p => ParameterValue(places, p.Key, type, unit));
        return new(name, row.Text("label"), type, ParameterValue(row, "value", type, unit), unit, byPlace, row.Clauses,
            row.TextOrNull("note"));
    }

    /// <summary>A parameter's value; null for 未核实.</summary>
    internal static object? ParameterValue(PackRow row, string key, ParameterType type, string? unit)
    {
        if (row.TextOrNull(key) == Shape.Unverified) return null;
        return type == ParameterType.List ? row.Texts(key) : PackValues.Of(row.Text(key), type, unit);
    }

    private static IReadOnlyList<RuleSet> RuleSets(PackRow pack, string section, string subject) =>
        [.. pack.Rows(section)
            .Select(r => new RuleSet(r.Text("id"), r.Text("title"), r.TextOrNull("subject") ?? subject,
            Node(r, Level.Must, []), r.TextOrNull("note")))];

    /// <summary>A rule; clause and level not written are those of the rule around it.</summary>
    private static RuleNode Node(PackRow row, Level outerLevel, IReadOnlyList<string> outerClauses)
    {
        var level = row.Word("level", outerLevel);
        var clauses = row.Has("clause") ? row.Clauses : outerClauses;
        var joining = row.Has("rule") ? Joining.Rule : row.Has("all") ? Joining.All : Joining.Any;
        return new RuleNode(joining, row.TextOrNull("rule"), row.TextMap("with"),
            [.. row.Rows("all").Concat(row.Rows("any")).Select(Inner)], [.. row.Rows("unless").Select(Inner)],
            row.TextOrNull("within-quota"), row.TextOrNull("title"), level, clauses);

        RuleNode Inner(PackRow part) => Node(part, level, clauses);
    }

    private static Quota Quota(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.Text("share"), row.Word<Measure>("of"), row.Word<QuotaBase>("base"),
        row.Text("overflow") == "skip", row.Clauses, row.TextOrNull("note"));

    private static PriorityOrder Priority(PackRow row) => new(
        row.Text("id"), row.Text("title"), row.Word<PriorityKind>("kind"),
        [.. row.Rows("criteria").Select(c => Criterion(c, row.Clauses))], row.Clauses, row.TextOrNull("note"));

    private static PriorityCriterion Criterion(PackRow row, IReadOnlyList<string> clauses) => new(
        row.Text("title"), row.Has("measure") ? null : Node(row, Level.Must, clauses), row.TextOrNull("weight"),
        row.Has("measure") ? row.Word<PriorityMeasure>("measure") : null, row.Text("order") == "descending",
        row.Has("clause") ? row.Clauses : clauses);
}
