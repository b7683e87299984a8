using System.Globalization;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;

namespace Huanxin.App.Communities;

/// <summary>What is wrong or to be asked in a ledger, for the clerk.</summary>
public static class LedgerSentences
{
    /// <summary>What one row of it is counted as.</summary>
    public static string UnitOf(LedgerKind kind) => kind switch
    {
        LedgerKind.Communities => "小区",
        LedgerKind.Buildings => "楼栋",
        LedgerKind.Dwellings => "住宅",
    };

    /// <summary>What becomes of the planned investments; null where nothing does.</summary>
    public static string? Investments(int reserved, int changed) => reserved + changed == 0 ? null
        : "计划投资登记到项目：" + string.Join('，', new[]
        {
            reserved > 0 ? $"{reserved} 个小区作为项目列入储备" : null, changed > 0 ? $"{changed} 个项目的计划投资有改动" : null,
        }.OfType<string>());

    internal static string Project(string name) => $"项目“{name}”";

    internal const string Empty = "必须填写";
    internal const string NoPlace = "没有写明区县，请补充，或在上传时选定区县";
    internal const string NoneAsZero = "填的是“无”，将登记为 0，请确认";
    internal const string NoneAsBlank = "填的是“无”，将作未填处理（不是 0），请确认";
    internal const string BadPosition = "纬度应在 -90 至 90 之间、经度应在 -180 至 180 之间，且须同时填写";

    internal const string BadKey = "不是下载时的编号，请恢复原样；新增的小区请清空这一格";
    internal const string UnknownKey = "导入的属地内没有这个编号的小区（可能已合并或注销），请核对；新增的小区请清空这一格";

    internal static string NoColumn(string label) => $"缺少“{label}”列";

    internal static string LikelyColumn(string header, string field) => $"“{header}”列按“{field}”识别，请确认";

    internal static string YesOn(string field, DateSpan on) => $"填的是时间，将登记为“是”，{field} {on}，请确认";

    internal static string OtherPlace(string said, string place) =>
        $"标题写的是“{said}”，没有写明地方的行将登记到“{place}”；请核对是不是传错了文件，或选错了台账所属的地方";

    internal static string UnknownPlace(string text) => $"区划名录中没有唯一的“{text}”，请写全称或区划代码";

    internal static string UnknownStreet(string text) => $"区划名录中没有街道“{text}”，将只登记到区县，请确认";

    internal static string UnknownWord(IEnumerable<string> known) => $"不是可选的词，将作未填处理；可选：{string.Join("、", known)}";

    internal static string OnlyPresent(IEnumerable<string> known) =>
        $"只说有，没有说状况，将作未填处理（不是完好）；知道状况的请选：{string.Join("、", known)}";

    internal static string TooLong(int most) => $"不能超过 {most} 个字";

    internal static string Repeated(int row) => $"与第 {row} 行重复";

    internal const string OddIdentity = "证件号码位数或校验位不对，请核实";

    internal static string NameList(IReadOnlyList<string> names) =>
        $"一格里像有 {names.Count} 个小区，将拆成{string.Concat(names.Select(name => $"“{name}”"))}登记；本行的数字无法分摊，不登记到各小区";

    internal const string NotYetBuilt = "建成时间晚于今天，请核实";

    internal const string NameListUnclear = "名称里有顿号，像是几个小区写在一格；是几个小区的，请改成完整的名称（如“甲小区、乙小区”）或分行填写，确是一个的请确认";

    internal static string OwnerList(int count) => $"一格里像有 {count} 位业主，将分别登记；证件号码、电话个数不同的无法分摊，不登记";

    internal const string RoomList = "一格里像有几户，业主和面积无法分摊；请一户一行填写，确是一户的请确认";

    internal static string NumberList(int count, string first, string last) =>
        $"一格里有 {count} 栋楼（{first} 至 {last}），将拆成 {count} 栋登记；本行的数字无法分摊，不登记到各楼";

    internal static string TotalDiffers(decimal said, decimal sum) => $"合计写的是 {Number(said)}，明细之和是 {Number(sum)}，相差 {Number(said - sum)}";

    internal static string DetailBlank(decimal said, decimal sum, int blanks) =>
        $"合计写的是 {Number(said)}，明细之和是 {Number(sum)}；明细有 {blanks} 行未填，可能是明细不全而不是合计有误";

    internal static string DetailMissing(long said, int rows) => $"合计写明有 {said} 个，明细只有 {rows} 行，明细不全";

    internal static string Ambiguous(string name) => $"区县内有几个“{name}”，请补充街道或小区编码";

    internal static string UnknownCommunity(string name, string? near) =>
        near is null ? $"没有登记“{name}”这个小区，请先导入小区台账" : $"没有登记“{name}”这个小区；是否为“{near}”？请改成登记的名称";

    internal static string NearName(Imports.KnownCommunity near) =>
        $"与{(near.Row > 0 ? $"第 {near.Row} 行" : "已登记")}的“{near.Name}”名称相近或地址相同，是不是同一个小区？";

    private static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
