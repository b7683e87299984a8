using Huanxin.App.Data;
using Huanxin.App.Exchange;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.People;

/// <summary>Organisations from a workbook: a known code changes, a new one registers, the same again changes nothing.</summary>
public sealed class OrganisationSheet(AppDb db, PlaceNames places)
{
    private static readonly FieldSpec Code = new("code", "单位编码", FieldKind.Text, "编码", "单位代码", "单位编号", "机构编码") { IsRequired = true };
    private static readonly FieldSpec Name = new("name", "单位名称", FieldKind.Name, "名称", "单位全称", "机构名称", "部门名称") { IsRequired = true };
    private static readonly FieldSpec Kind = new("kind", "单位类别", FieldKind.Text, "类别", "单位类型", "单位性质", "单位种类", "机构类型", "类型") { IsRequired = true };
    private static readonly FieldSpec Place = new("place", "属地", FieldKind.Text, "所属区划", "区划", "管辖地", "管辖区划", "所在地", "所属地区", "所在区划", "行政区划", "区县", "所属区县", "辖区") { IsRequired = true };
    private static readonly FieldSpec Parent = new("parent", "上级单位编码", FieldKind.Text, "上级单位", "上级编码", "上级单位名称", "主管单位");
    private static readonly FieldSpec Others = new("other-places", "代管区划", FieldKind.Text);
    private static readonly FieldSpec Credit = new("credit-code", "统一社会信用代码", FieldKind.Text, "信用代码");

    public static readonly IReadOnlyList<FieldSpec> Fields = [Code, Name, Kind, Place, Parent, Others, Credit];

    private static readonly Dictionary<string, OrganisationKind> Kinds =
        Enum.GetValues<OrganisationKind>().ToDictionary(kind => PeopleLabels.Of(kind));

    // What offices write for a kind, beside its own label.
    private static readonly Dictionary<string, OrganisationKind> Words = new (OrganisationKind Kind, string Words)[]
    {
        (OrganisationKind.Government, "政府 市政府 区政府 县政府"), (OrganisationKind.HousingBureau, "住建局 住房和城乡建设局 住房城乡建设局"),
        (OrganisationKind.FinanceBureau, "财政局"), (OrganisationKind.DevelopmentZone, "管委会 开发区管委会"),
        (OrganisationKind.Street, "街道 街道办 街道办事处 镇 镇政府 镇人民政府"), (OrganisationKind.NeighbourhoodCommittee, "社区 居委会 居民委员会 社区居民委员会"),
        (OrganisationKind.DesignCompany, "设计院 设计公司"), (OrganisationKind.ConstructionCompany, "施工企业 施工公司"),
        (OrganisationKind.SupervisionCompany, "监理企业 监理公司"), (OrganisationKind.UtilityCompany, "专营企业 管线单位"),
        (OrganisationKind.PropertyCompany, "物业 物业公司 物业服务企业"), (OrganisationKind.Evaluator, "第三方机构 第三方评价机构"),
        (OrganisationKind.AuditBureau, "审计局 审计部门"),
    }.SelectMany(one => one.Words.Split(' ').Select(word => (word, one.Kind))).Concat(Kinds.Select(pair => (pair.Key, pair.Value)))
        .ToDictionary(pair => CellText.Key(pair.Item1), pair => pair.Item2);

    /// <summary>What may stand in a column of this code; none where anything may.</summary>
    public static IReadOnlyCollection<string> ChoicesOf(string? field) => field == Kind.Code ? Kinds.Keys : [];

    private sealed record Line(
        SheetRow Row, string Code, string Name, string Kind, string Place, string Parent, string Others, string Credit)
    {
        public bool IsWhole => Code.Length > 0 && Name.Length > 0 && Kind.Length > 0 && Place.Length > 0;
    }

    /// <summary>What is in the database, and under which ids the codes of database and sheet together go.</summary>
    private sealed record Known(Dictionary<string, Organisation> ByCode, Dictionary<string, Guid> Ids);

    /// <summary>Puts the rows into the tracker, where a save makes them true, and says what is wrong.</summary>
    public async Task<ImportPlan> PlanAsync(
        SheetBook book, IReadOnlyDictionary<string, string> corrections, ImportRight right, CancellationToken stop)
    {
        var sheet = ImportSheet.Open(book, Fields, corrections);
        var lines = sheet.Rows.Select(row => new Line(
            row, sheet.Text(row, Code), sheet.Text(row, Name), sheet.Text(row, Kind), sheet.Text(row, Place),
            sheet.Text(row, Parent), sheet.Text(row, Others), sheet.Text(row, Credit))).ToList();
        sheet.RefuseRepeats(lines.Select(line => (line.Row, line.Code)), Code);
        var all = await db.Organisations.ToListAsync(stop);
        var known = all.ToDictionary(organisation => organisation.Code);
        var ids = known.ToDictionary(pair => pair.Key, pair => pair.Value.Id);
        foreach (var line in lines) ids.TryAdd(line.Code, Guid.CreateVersion7(right.Act.At));

        // The one above is named by its name as often as by its code.
        var named = all.Where(organisation => right.View.Covers(organisation.Place)).Select(organisation => (organisation.Name, organisation.Code))
            .Concat(lines.Select(line => (line.Name, line.Code))).Distinct().ToLookup(pair => CellText.Key(pair.Name), pair => pair.Code);
        lines = lines.ConvertAll(line => !ids.ContainsKey(line.Parent) && named[CellText.Key(line.Parent)].ToList() is [var code] ? line with { Parent = code } : line);
        var parents = all.ToDictionary(organisation => organisation.Id, organisation => organisation.ParentId);
        foreach (var line in lines) parents[ids[line.Code]] = ids.TryGetValue(line.Parent, out var parent) ? parent : null;

        var met = new HashSet<string>();
        foreach (var line in lines.Where(line => met.Add(line.Code)))
        {
            var before = known.GetValueOrDefault(line.Code);
            if (FactsOf(sheet, line, before, new Known(known, ids), right) is not { } facts) continue;
            if (IsLoop(ids[line.Code], parents)) sheet.Fault(line.Row, Parent, PeopleRefusals.OwnParent());
            else await PutAsync(sheet, line, before, ids[line.Code], facts, right, stop);
        }

        var states = db.ChangeTracker.Entries<Organisation>().ToLookup(entry => entry.State);
        var (added, changed) = (states[EntityState.Added].Count(), states[EntityState.Modified].Count());
        return new ImportPlan(sheet, added, changed, lines.Count - added - changed);
    }

    private async Task PutAsync(
        ImportSheet sheet, Line line, Organisation? before, Guid id, OrganisationFacts facts, ImportRight right, CancellationToken stop)
    {
        try
        {
            if (before is not null)
            {
                await db.RedescribeAsync(before, facts, right.Act.Today, stop);
                return;
            }

            var organisation = new Organisation { Id = id, Code = line.Code };
            organisation.Describe(facts);
            db.Add(organisation);
        }
        catch (Refusal refusal)
        {
            sheet.Fault(line.Row, refusal.Code == "organisation.bad-credit-code" ? Credit : Place, refusal);
        }
    }

    private OrganisationFacts? FactsOf(
        ImportSheet sheet, Line line, Organisation? before, Known known, ImportRight right)
    {
        var faults = sheet.Faults.All.Count;
        if (line.Code.Length > 0 && !OrganisationRules.IsGoodCode(line.Code))
        {
            sheet.Fault(line.Row, Code, PeopleRefusals.BadOrganisationCode());
        }

        if (before is not null && !right.Manage.Covers(before.Place)) sheet.Fault(line.Row, Code, PeopleRefusals.OrganisationCodeTaken());
        if (line.Name.Length > 100) sheet.Fault(line.Row, Name, "import.too-long", "不超过 100 个字");
        if (line.Kind.Length > 0 && !Words.ContainsKey(CellText.Key(line.Kind)))
        {
            sheet.Fault(line.Row, Kind, "import.unknown-kind", $"应为：{string.Join("、", Kinds.Keys)}");
        }

        var place = PlaceOf(sheet, line, Place, line.Place, before, right) is [var first, ..] ? first : default;
        var others = PlaceOf(sheet, line, Others, line.Others, before, right);
        if (line.Parent.Length > 0 && !IsKnownParent(line.Parent, before, known, right))
        {
            sheet.Fault(line.Row, Parent, PeopleRefusals.OrganisationUnknown(line.Parent));
        }

        if (sheet.Faults.All.Count > faults || !line.IsWhole) return null;

        Guid? parent = line.Parent.Length == 0 ? null : known.Ids[line.Parent];
        return new OrganisationFacts(line.Name, Words[CellText.Key(line.Kind)], place, parent, line.Credit) { OtherPlaces = others };
    }

    private IReadOnlyList<RegionCode> PlaceOf(
        ImportSheet sheet, Line line, FieldSpec field, string typed, Organisation? before, ImportRight right)
    {
        try
        {
            var found = places.FindAll(typed);
            foreach (var place in found.Except(before?.Places ?? []).Where(place => !right.Manage.Covers(place)))
            {
                sheet.Fault(line.Row, field, PeopleRefusals.OutsideJurisdiction(places.NameOf(place)));
            }

            return found;
        }
        catch (Refusal refusal)
        {
            sheet.Fault(line.Row, field, refusal);
            return [];
        }
    }

    private static bool IsKnownParent(string code, Organisation? before, Known known, ImportRight right) =>
        known.ByCode.TryGetValue(code, out var parent)
            ? parent.Id == before?.ParentId || right.View.Covers(parent.Place)
            : known.Ids.ContainsKey(code);

    private static bool IsLoop(Guid own, Dictionary<Guid, Guid?> parents)
    {
        var seen = new HashSet<Guid> { own };
        for (var at = parents.GetValueOrDefault(own); at is { } above; at = parents.GetValueOrDefault(above))
        {
            if (above == own) return true;
            if (!seen.Add(above)) return false;
        }

        return false;
    }
}
