using System.Collections.Frozen;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Core.Policies;
using Huanxin.Core.Programmes;

namespace Huanxin.App.Operations;

/// <summary>Every kind of act of the product, listed by hand feature by feature; a test finds what is missing.</summary>
public static class VerbCatalogue
{
    public static readonly IReadOnlyList<Verb> All =
    [
        .. PolicyVerbs.All, .. PeopleVerbs.All, .. CommunityVerbs.All, .. ProgrammeVerbs.All,
        .. KernelVerbs.All, .. OperationsVerbs.All,
    ];

    private static readonly FrozenDictionary<string, Verb> ByCode = All.ToFrozenDictionary(verb => verb.Code);

    /// <summary>Label of an act that was kept; a code from a newer version stands for itself.</summary>
    public static string LabelOf(string code) => ByCode.TryGetValue(code, out var verb) ? verb.Label : code;
}
