using Huanxin.Core.Policies;

namespace Huanxin.App.Policies;

/// <summary>The sentences in which faults of packs are reported.</summary>
public static class PackFaults
{
    public static PackFault Syntax(PackPlace place, string message) => new(place, $"YAML 写法有误：{message}");
    public static PackFault SecondDocument(PackPlace place) => new(place, "一个文件里只能有一份内容，不能用“---”再起一份。");
    public static PackFault UnknownKey(PackPlace place, string key, IEnumerable<string> known) =>
        new(place, $"不认识的键“{key}”，这里可用：{string.Join("、", known)}。");

    public static PackFault MissingKey(PackPlace place, string key) => new(place, $"缺少必填的键“{key}”。");
    public static PackFault DuplicateKey(PackPlace place, string key) => new(place, $"键“{key}”重复。");
    public static PackFault NotAMap(PackPlace place) => new(place, "这里应当是“键: 值”的一组。");
    public static PackFault NotAList(PackPlace place) => new(place, "这里应当是一个列表。");
    public static PackFault NotAValue(PackPlace place) => new(place, "这里应当是一个值。");
    public static PackFault Empty(PackPlace place) => new(place, "值不能为空；来源没有给出的写“未核实”。");
    public static PackFault BadDate(PackPlace place, string text) => new(place, $"“{text}”不是日期，应写作 2024-03-31。");
    public static PackFault BadNumber(PackPlace place, string text) => new(place, $"“{text}”不是数字。");
    public static PackFault BadWhole(PackPlace place, string text) => new(place, $"“{text}”不是整数。");
    public static PackFault BadFlag(PackPlace place, string text) => new(place, $"“{text}”应为 true 或 false。");
    public static PackFault BadRegion(PackPlace place, string text) => new(place, $"“{text}”不是区划代码。");
    public static PackFault BadWord(PackPlace place, string text, IEnumerable<string> words) =>
        new(place, $"“{text}”不在可用的词里：{string.Join("、", words)}。");

    public static PackFault BadValue(PackPlace place, string text, ParameterType type, string? unit) =>
        new(place, $"“{text}”不能按“{type.Label()}”（单位：{unit ?? "无"}）读取。");

    public static PackFault UnknownRegion(PackPlace place, string text) =>
        new(place, $"区划代码“{text}”不在 regions.yaml 里。");
    public static PackFault UnknownFolder(PackPlace place, string folder, string region) =>
        new(place, $"文件夹“{folder}”应以文件的区划代码“{region}”开头。");

    public static PackFault DraftStatus(PackPlace place) =>
        new(place, "上传的包 status 写 in-force：生效之前它本来就只是草案，生效之后这份文件可以原样放进 policies 目录。");

    public static PackFault DraftFileName(PackPlace place) =>
        new(place, "文件名应为“年份-文号-英文短名.yaml”，分册为“同名.任意词.yaml”，算例为“同名.cases.yaml”，一次只传一个包的文件。");

    public static PackFault NoDocument(PackPlace place) => new(place, "没有主册：同名文件里都没有 document 一节。");
    public static PackFault TwoDocuments(PackPlace place) => new(place, "document 一节只能写一次。");
    public static PackFault DuplicateId(PackPlace place, string id) => new(place, $"“{id}”重复，同一份文件里只能用一次。");
    public static PackFault DuplicateDocument(PackPlace place, string id) => new(place, $"代号“{id}”已被另一份文件使用。");
    public static PackFault UnknownDocument(PackPlace place, string id) => new(place, $"没有代号为“{id}”的文件。");
    public static PackFault DanglingClause(PackPlace place, string id) => new(place, $"没有条款“{id}”。");
    public static PackFault ForeignClauseId(PackPlace place, string id, string document) =>
        new(place, $"条款号“{id}”应以“{document}-”开头。");

    public static PackFault DatesCrossed(PackPlace place) => new(place, "废止日期早于施行日期。");
    public static PackFault Overlap(PackPlace place, string name, string other) =>
        new(place, $"“{name}”与“{other}”同地同期都有规定，又互不取代、互不依据；请写明 replaces、based-on 或废止日期。");

    public static PackFault RuleShape(PackPlace place) => new(place, "每条规则写且只写 rule、all、any 之一。");
    public static PackFault UnknownRule(PackPlace place, string name) => new(place, $"规则库里没有“{name}”。");
    public static PackFault WrongSubject(PackPlace place, string name) => new(place, $"规则“{name}”不能用在这一节。");
    public static PackFault UnknownArgument(PackPlace place, string rule, string name, IEnumerable<string> known) =>
        new(place, $"规则“{rule}”没有参数“{name}”，可用：{string.Join("、", known)}。");

    public static PackFault MissingArgument(PackPlace place, string rule, string name) =>
        new(place, $"规则“{rule}”缺少参数“{name}”。");
    public static PackFault UnknownParameter(PackPlace place, string name) => new(place, $"本包和上级层里都没有数值“{name}”。");
    public static PackFault WrongParameterType(PackPlace place, string name, ParameterType found,
        IEnumerable<ParameterType> wanted) =>
        new(place, $"数值“{name}”是{found.Label()}，这里要{string.Join("或", wanted.Select(t => t.Label()))}。");

    public static PackFault UnknownName(PackPlace place, string kind, string name) => new(place, $"没有{kind}“{name}”。");
    public static PackFault UnknownPurpose(PackPlace place, string name) =>
        new(place, $"“{name}”不是资金用途：写改造类别、目录项或对照项的代码，或 {string.Join("、", PackWords.Purposes.Keys)}。");

    public static PackFault ParameterName(PackPlace place, string name) =>
        new(place, $"数值名“{name}”应为“小写词.小写词”，如 reporting.due-day。");

    public static PackFault UnitMissing(PackPlace place, string name) => new(place, $"天数“{name}”的单位要写“日”或“工作日”。");
    public static PackFault ValueCount(PackPlace place, int found, int wanted) =>
        new(place, $"这一行有 {found} 个值，表头有 {wanted} 栏。");
    public static PackFault WeightMissing(PackPlace place) => new(place, "加权排序的规则要写 weight。");
    public static PackFault CriterionShape(PackPlace place) => new(place, "排序条件写一个规则或一个 measure。");
    public static PackFault Cycle(PackPlace place, string id) => new(place, $"步骤“{id}”的前置步骤绕回了自己。");
    public static PackFault BadCase(PackPlace place, string name, string found, string expected) =>
        new(place, $"算例“{name}”应为“{expected}”，实为“{found}”。");
}
