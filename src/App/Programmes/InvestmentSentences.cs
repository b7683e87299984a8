namespace Huanxin.App.Programmes;

/// <summary>Why the planned investment of a row is kept nowhere.</summary>
internal static class InvestmentSentences
{
    public const string NotYours = "计划投资由编制计划与项目的人员登记，您的岗位没有这项权限；这一项不导入，请确认";

    public static string Shared(IReadOnlyCollection<string> projects) => projects.Count == 1
        ? $"小区与其他小区同在项目“{projects.First()}”中，计划投资是整个项目的；这一项不导入，请在项目中登记"
        : $"小区在几个项目中：{string.Concat(projects.Select(name => $"“{name}”"))}，分不清是哪个项目的计划投资；这一项不导入，请在项目中登记";
}
