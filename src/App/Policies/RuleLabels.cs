using System.Text;
using Huanxin.Core.Policies;

namespace Huanxin.App.Policies;

/// <summary>Every rule in plain Chinese, for the rule page and docs/policy-packs.md.</summary>
public static class RuleLabels
{
    private static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        ["built-before"] = "建成时间不晚于某日（可设为须早于该日）；只知年份或月份、该日落在其间的为未知",
        ["built-after"] = "建成时间晚于某日（可设为含该日）；只知年份或月份、该日落在其间的为未知",
        ["on-state-land"] = "在国有土地上",
        ["in-town"] = "在城市或县城",
        ["land-kind-is"] = "土地性质是所列之一",
        ["inside-places"] = "在所列区划（代码）之内",
        ["sign-shown"] = "存在某种现状问题",
        ["wish-strong"] = "居民改造意愿强烈",
        ["not-renovated-within"] = "近若干年未实施综合改造，满年当日不算在内",
        ["not-cleared-within"] = "今后若干年内未规划征迁",
        ["clearance-planned"] = "拟征收补偿安置或已列入征迁规划",
        ["rebuild-planned"] = "拟拆除新建（含改建、扩建、翻建）",
        ["not-funded-before"] = "以前没有得到过改造资金",
        ["never-planned-before"] = "以前没有列入过年度计划",
        ["minimum-area"] = "建筑面积不少于",
        ["minimum-buildings"] = "楼栋数不少于",
        ["minimum-households"] = "户数不少于",
        ["consent-reached"] = "同意的户数、业主人数或面积占全部的比例达到（含），可设为须超过",
        ["wishes-collected"] = "征询过意愿的户数占比达到",
        ["contribution-collected"] = "居民出资到位比例达到",
        ["kind-is"] = "小区种类是所列之一",
        ["kind-is-not"] = "小区种类不是所列任何一种",
        ["management-agreed"] = "长效管理已商定",
        ["listed-in-library"] = "已列入省级项目库",
        ["item-present"] = "方案（或完工工程）含有某项",
        ["mandatory-items-present"] = "必改内容都在方案里，或未列入的理由已获批准",
        ["class-items-present"] = "某类的各项都在方案里，或未列入的理由已获批准",
        ["class-prevails"] = "某类占造价一半以上（不含一半）",
        ["measure-at-least"] = "量值不小于",
        ["measure-at-most"] = "量值不大于",
        ["features-present"] = "所列功能齐全",
        ["represented-at"] = "业主代表参加了所列各环节",
        ["evidence-present"] = "所列各关口都有凭证",
        ["financed-by"] = "资金来源里有某一类",
        ["owners-consented"] = "业主表决通过了某事项",
        ["step-done"] = "某步骤已办",
        ["green-rate-kept"] = "绿化率下降不超过容许偏差；不下降的一律符合",
        ["contribution-complete"] = "应出资金到位比例达到",
        ["satisfaction-reached"] = "满意的居民占比达到",
        ["share-reached"] = "完成的小区、户数或面积占总任务的比例达到",
        ["checkup-done"] = "已体检",
        ["findings-answered"] = "体检发现的问题都有改造内容或说明理由",
        ["one-scheme-per-community"] = "一小区一方案",
        ["within-progress"] = "拨付不超过核定进度",
        ["within-contract"] = "不超过合同价",
        ["source-permits-purpose"] = "资金用途在来源允许范围内",
        ["underground-first"] = "先地下后地上",
        ["dig-once"] = "同一处不重复开挖",
        ["consulted"] = "已征求居民意见",
        ["parties-present"] = "规定的参加方都到场",
        ["faults-closed"] = "督查问题都已销号",
        ["within-estimate"] = "不超过批准的概算",
        ["balance-plan-present"] = "编有预期收益与融资平衡方案",
        ["supervisor-appointed"] = "已委托监理",
        ["committee-consented"] = "业委会或居民自治小组已同意",
        ["manager-named"] = "已落实管理单位",
    };

    /// <summary>What a rule asks.</summary>
    public static string Of(Rule rule) => Sentences.TryGetValue(rule.Name, out var sentence)
        ? sentence
        : throw new InvalidOperationException($"rule without a sentence: {rule.Name}");

    /// <summary>The table of rules of docs/policy-packs.md.</summary>
    public static string Table()
    {
        var table = new StringBuilder();
        AddTable(table, "小区规则（eligibility、exclusions、priority）", RuleCatalogue.Communities);
        AddTable(table, "项目规则（requirements）", RuleCatalogue.Projects);
        return table.ToString();
    }

    private static void AddTable(StringBuilder table, string title, IEnumerable<Rule> rules)
    {
        table.Append("### ").Append(title).Append("\n\n| 规则 | 说明 | 参数 |\n|---|---|---|\n");
        foreach (var rule in rules)
        {
            var arguments = string.Join("；", rule.Arguments.Select(Describe));
            table.Append("| `").Append(rule.Name).Append("` | ").Append(Of(rule)).Append(" | ").Append(arguments)
                .Append(" |\n");
        }

        table.Append('\n');
    }

    private static string Describe(RuleArgument argument)
    {
        if (argument.Types.Count > 0) return $"`{argument.Name}` 数值（{string.Join("或", argument.Types.Select(t => t.Label()))}）";
        if (argument.Names != NameOf.None) return $"`{argument.Name}` {NameLabel(argument.Names)}";

        var words = string.Join("、", argument.Words.Select(w => $"`{w}`"));
        return argument.IsRequired ? $"`{argument.Name}`：{words}" : $"`{argument.Name}` 可不写：{words}（第一个是默认）";
    }

    private static string NameLabel(NameOf names) => names switch
    {
        NameOf.Item => "目录项或对照项代码",
        NameOf.Class => "改造类别代码",
        NameOf.Step => "步骤代码",
        NameOf.Matter => "表决事项代码",
        NameOf.None => "",
    };
}
