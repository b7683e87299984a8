using System.ComponentModel.DataAnnotations;
using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.People;
using Huanxin.Web.Security;
using Huanxin.Web.Ui.Notes;

namespace Huanxin.Web.People;

/// <summary>What is typed to register or change an organisation.</summary>
public sealed class OrganisationForm
{
    public int Version { get; set; }

    [Required(ErrorMessage = "请填写单位编码。")]
    [RegularExpression("^[A-Za-z0-9][A-Za-z0-9-]{1,39}$", ErrorMessage = "单位编码须为 2 至 40 位字母、数字或横线。")]
    public string? Code { get; set; }

    [Required(ErrorMessage = "请填写单位名称。")]
    [StringLength(100, ErrorMessage = "单位名称不超过 100 个字。")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "请选择单位类别。")]
    public OrganisationKind? Kind { get; set; }

    [Required(ErrorMessage = "请选择属地。")]
    public string? Place { get; set; }

    [StringLength(400, ErrorMessage = "代管区划不超过 400 个字。")]
    public string? OtherPlaces { get; set; }

    [StringLength(150, ErrorMessage = "上级单位不超过 150 个字。")]
    public string? Parent { get; set; }

    [StringLength(18, ErrorMessage = "统一社会信用代码为 18 位。")]
    public string? CreditCode { get; set; }

    [StringLength(500, ErrorMessage = "说明不超过 500 个字。")]
    public string? Why { get; set; }

    public static OrganisationForm Of(Organisation organisation, Organisation? parent, PlaceNames names) => new()
    {
        Version = organisation.Version,
        Code = organisation.Code,
        Name = organisation.Name,
        Kind = organisation.Kind,
        Place = organisation.Place.ToString(),
        OtherPlaces = string.Join('、', organisation.Places.Skip(1).Select(names.NameOf)),
        Parent = parent?.Typed(),
        CreditCode = organisation.CreditCode,
    };

    /// <summary>What was typed as facts; raises refusals for what is unknown or outside the jurisdiction.</summary>
    /// <param name="known">The organisation as it is, whose own places and parent may stay though they lie outside.</param>
    public async Task<OrganisationFacts> FactsAsync(
        AppDb db, CurrentUser me, PlaceNames names, Organisation? known, CancellationToken stop)
    {
        var place = names.Find(Place!) ?? throw PeopleRefusals.PlaceUnknown(Place!);
        var others = names.FindAll(OtherPlaces);
        var manage = me.Over(Permission.ManageOrganisations);
        foreach (var asked in others.Prepend(place).Except(known?.Places ?? []))
        {
            if (!manage.Covers(asked)) throw PeopleRefusals.OutsideJurisdiction(names.NameOf(asked));
        }

        var parent = string.IsNullOrWhiteSpace(Parent)
            ? null
            : await db.FindOrganisationAsync(Parent, me.Over(Permission.ViewOrganisations), known?.ParentId, stop);
        return new OrganisationFacts(Name!, Kind!.Value, place, parent?.Id, CreditCode?.Trim()) { OtherPlaces = others };
    }

    /// <summary>What I typed beside what another has saved meanwhile.</summary>
    public IReadOnlyList<ConflictField> Against(OrganisationForm theirs, PlaceNames names) =>
    [
        new("Form.Name", "单位名称", Name, theirs.Name),
        new("Form.Kind", "类别", $"{Kind}", $"{theirs.Kind}", Word(Kind), Word(theirs.Kind)),
        new("Form.Place", "属地", Place, theirs.Place, Named(Place, names), Named(theirs.Place, names)),
        new("Form.OtherPlaces", "代管区划", OtherPlaces, theirs.OtherPlaces),
        new("Form.Parent", "上级单位", Parent, theirs.Parent),
        new("Form.CreditCode", "统一社会信用代码", CreditCode, theirs.CreditCode),
    ];

    private static string? Word(OrganisationKind? kind) => kind is { } known ? PeopleLabels.Of(known) : null;

    private static string? Named(string? place, PlaceNames names) =>
        place is not null && names.Find(place) is { } known ? names.NameOf(known) : place;
}
