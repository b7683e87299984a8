using System.Globalization;
using Huanxin.Core.Kernel;

namespace Huanxin.App.Policies;

/// <summary>Refusals of checks that store nothing.</summary>
public static class CheckRefusals
{
    public static Refusal NoPolicy(string id) => new("check.no-policy", $"政策库中没有代号为“{id}”的文件。");

    public static Refusal NoPlace(string typed) => new("check.no-place", $"“{typed}”不是区划代码，例如 371002。");

    public static Refusal Elsewhere(string id, string place) => new("check.elsewhere", $"“{id}”不适用于{place}。");

    public static Refusal NotInForce(string id, DateOnly on) => new("check.not-in-force",
        $"“{id}”在 {on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} 无效，请换一个日期。");
}
