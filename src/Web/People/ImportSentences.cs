using Huanxin.Core.People;

namespace Huanxin.Web.People;

/// <summary>Words of the imports of this feature.</summary>
public static class ImportSentences
{
    public static string Why(string file) => $"导入文件“{file}”";

    /// <summary>What of a file was corrected on screen, as it is put behind the reason of its import; empty where nothing was.</summary>
    public static string Corrected(IReadOnlyDictionary<string, string> corrections) => corrections.Count == 0
        ? "" : $"（在页面上改正 {string.Join('、', corrections.Keys.Take(10))} 共 {corrections.Count} 处）";

    public static string NounOf(ImportKind kind) => kind switch
    {
        ImportKind.Organisations => "单位",
        ImportKind.Accounts => "账户",
    };

    /// <summary>How each column of the template is filled in.</summary>
    public static string HintOf(string field) => field switch
    {
        "code" => "2 至 40 位字母、数字或横线；已有的编码表示修改，没有的表示新登记",
        "kind" => string.Join("、", Enum.GetValues<OrganisationKind>().Select(PeopleLabels.Of)),
        "place" => "区划名称或代码，须在您的管辖范围内",
        "parent" => "已有单位的编码，或本表中另一行的编码；没有上级时留空",
        "other-places" => "多个区划用顿号隔开",
        "credit-code" => "18 位",
        "sign-in-name" => "3 至 40 位小写字母、数字、点、横线或下划线，以字母开头；已有的表示修改，没有的表示新开通",
        "organisation" => "单位的编码",
        "role" => string.Join("、", Enum.GetValues<Role>().Select(PeopleLabels.Of)) + "；可以留空",
        "phone" => "可以留空；对已有账户留空表示清除",
        _ => "",
    };
}
