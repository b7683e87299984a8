using System.Collections.Frozen;

namespace Huanxin.App.Policies.Drafts;

/// <summary>Sections and keys of packs in Chinese, as docs/policy-packs.md explains them.</summary>
public static class PackKeyLabels
{
    private static readonly FrozenDictionary<string, string> Sections = new Dictionary<string, string>
    {
        ["document"] = "文件标识", ["clauses"] = "条款", ["parameters"] = "数值", ["targets"] = "任务目标", ["plans"] = "计划表",
        ["listed"] = "点名小区", ["eligibility"] = "纳入规则", ["exclusions"] = "不纳入规则", ["quotas"] = "名额", ["priority"] = "优先次序",
        ["requirements"] = "要求", ["catalogue.classes"] = "改造类别", ["catalogue.items"] = "改造目录项", ["procedure"] = "程序",
        ["procedure.steps"] = "程序步骤", ["joint-reviews"] = "联合审查", ["voting"] = "表决事项", ["warranties"] = "保修期",
        ["tenders"] = "招标限额", ["clocks"] = "时限", ["funding.sources"] = "资金来源", ["funding.shares"] = "费用分担",
        ["funding.subsidies"] = "补贴", ["funding.modes"] = "平衡模式", ["returns"] = "报表", ["supervision"] = "督导",
        ["acceptance"] = "验收", ["stewardship"] = "长效管理", ["evaluation"] = "绩效评价", ["forms"] = "附件表样", ["duties"] = "工作要求",
        ["responsibilities"] = "责任分工", ["organisations"] = "职责单位", ["calendar"] = "放假安排", ["common-items"] = "对照项",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Keys = new Dictionary<string, string>
    {
        ["title"] = "标题", ["number"] = "文号", ["issuer"] = "发文单位", ["region"] = "区划", ["kind"] = "种类", ["issued"] = "印发日期",
        ["effective"] = "施行日期", ["expires"] = "有效期至", ["status"] = "状态", ["years"] = "年度", ["subjects"] = "主题",
        ["replaces"] = "替代", ["based-on"] = "依据文件", ["source"] = "来源", ["notes"] = "批注", ["heading"] = "位置", ["text"] = "原文",
        ["label"] = "名称", ["type"] = "类型", ["value"] = "取值", ["unit"] = "单位", ["by-place"] = "分地区取值", ["clause"] = "条款",
        ["note"] = "说明", ["year"] = "年度", ["by"] = "由谁", ["place"] = "地点", ["columns"] = "栏目", ["rows"] = "各行", ["values"] = "各值",
        ["total"] = "合计", ["name"] = "名称", ["rule"] = "规则", ["with"] = "参数", ["all"] = "须全部成立", ["any"] = "任一成立",
        ["unless"] = "除非", ["within-quota"] = "名额", ["level"] = "程度", ["subject"] = "对象", ["share"] = "比例", ["of"] = "计量",
        ["base"] = "基数", ["overflow"] = "放不下时", ["criteria"] = "排序条件", ["weight"] = "分值", ["measure"] = "计量", ["order"] = "次序",
        ["class"] = "类别", ["obligation"] = "改造义务", ["standard"] = "标准", ["payer"] = "出资方", ["consent"] = "表决事项",
        ["warranty"] = "保修", ["tags"] = "标签", ["same-as"] = "对照", ["about"] = "内容", ["owner"] = "责任单位", ["parties"] = "参加方",
        ["documents"] = "材料", ["after"] = "前置", ["deadline"] = "期限", ["days"] = "天数", ["departments"] = "部门", ["majority"] = "多数",
        ["scope"] = "范围", ["seasons"] = "采暖期", ["until"] = "到何时", ["minimum"] = "限额", ["starts"] = "起算",
        ["bound"] = "界限", ["extension"] = "延长", ["purposes"] = "用途", ["instruments"] = "方式", ["conditions"] = "条件",
        ["payers"] = "各出资方", ["rate"] = "标准", ["per"] = "计算单位", ["months"] = "月数", ["to"] = "给谁", ["period"] = "周期",
        ["due-day"] = "报送日", ["from"] = "由谁", ["checks"] = "审核项", ["every"] = "间隔", ["causes"] = "事由", ["layer"] = "层次",
        ["organiser"] = "组织单位", ["party"] = "参加方", ["attendance"] = "是否必到", ["then"] = "之后", ["who"] = "由谁",
        ["indicators"] = "指标", ["grades"] = "等次", ["used-for"] = "用于", ["evidence"] = "凭什么认定", ["task"] = "任务", ["lead"] = "牵头单位",
        ["responsible"] = "责任单位", ["role"] = "职责角色", ["duties"] = "职责", ["holidays"] = "放假", ["workdays"] = "调休上班日",
        ["key"] = "栏目代码", ["points"] = "分值", ["group"] = "组别", ["underground"] = "地下工程", ["data"] = "数据性质",
    }.ToFrozenDictionary();

    /// <summary>What a section is called.</summary>
    public static string OfSection(string section) => Sections.GetValueOrDefault(section, section);

    /// <summary>What a key is called; a parameter name stands for itself.</summary>
    public static string Of(string key) => Keys.GetValueOrDefault(key, key);
}
