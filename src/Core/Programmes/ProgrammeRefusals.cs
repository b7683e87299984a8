using Huanxin.Core.Kernel;

namespace Huanxin.Core.Programmes;

/// <summary>Refusals about plans and projects (计划与项目库：不予办理).</summary>
public static class ProgrammeRefusals
{
    public static Refusal NoTitle() => new("plan.no-title", "请填写计划名称。");

    public static Refusal BadYears() => new("plan.bad-years", "计划年度须在 2000 至 2100 年之间，且止年不早于起年。");

    public static Refusal AnnualIsOneYear() => new("plan.annual-is-one-year", "年度计划只能是一个年度；跨年度的请选择总体计划。", "W20-2.1c");

    public static Refusal Taken() => new("plan.taken", "这个地区已有同一年度、同一种类的计划，请在其中编制新的版本。");

    public static Refusal NotOpen(int number) => new("plan.not-open", $"第 {number} 版已提交或发布，不能再改；需要调整时编制新的版本。");

    public static Refusal ChangedMeanwhile() =>
        new("plan.changed-meanwhile", "您填写期间他人已改动这一版，没有保存；请重新打开本页，核对后再填。");

    public static Refusal NoRows() => new("plan.no-rows", "计划还没有一行数据，不能提交。");

    public static Refusal Negative() => new("plan.negative", "数量、面积和金额不能为负数。");

    public static Refusal DraftExists(int number) => new("plan.draft-exists", $"第 {number} 版还没有办完，请先提交、审定或放弃，再编制新的版本。");

    public static Refusal SameAsBefore(int number) => new("plan.same", $"文件内容与第 {number} 版完全相同，没有需要导入的。");

    public static Refusal ImportFileGone() => new("plan.file-gone", "上传的文件已不在或被改动，请重新上传。");

    public static Refusal ImportFaulty(int count) => new("plan.faulty", $"文件中有 {count} 处错误必须先改正。");

    public static Refusal ImportUnconfirmed(int count) => new("plan.unconfirmed", $"文件中有 {count} 处存疑，确认时请写明原因。");

    public static Refusal LedgerInstead(string column) =>
        new("plan.is-ledger", $"这像是小区台账（有“{column}”一列），不是计划表；请到台账导入上传，只要检查的选台账检查。");

    public static Refusal PlanInstead() => new("check.is-plan", "这像是计划表，不是小区台账；请选计划表检查（命令行为 check plan）。");

    public static Refusal SubmitUnconfirmed(int count) => new("plan.doubtful", $"计划表中有 {count} 处存疑，请写明照原样提交的原因。");

    public static Refusal ProjectElsewhere(string name, string place) =>
        new("plan.project-elsewhere", $"“{name}”的属地不在“{place}”，不能对应到这一行。");

    public static Refusal ProjectOfOtherYear(string name, int year) =>
        new("plan.project-other-year", $"“{name}”列在 {year} 年，不能对应到别的年度。");

    public static Refusal ProjectMatched() => new("plan.project-matched", "这个项目已对应到本计划的一行；要改到别的行，先解除原来的对应。");

    public static Refusal ProjectUnknown(string name) => new("plan.project-unknown", $"没有名称或代码为“{name}”的项目，或不止一个，请用项目代码。");

    public static Refusal RowUnknown() => new("plan.row-unknown", "这一版计划没有这一行，请重新选择。");

    public static Refusal NothingMatched() => new("plan.nothing-matched", "没有勾选任何项目。");

    public static Refusal NoName() => new("project.no-name", "请填写项目名称。");

    public static Refusal BadDates() => new("project.bad-dates", "计划完工日期不能早于计划开工日期。");

    public static Refusal CodeTaken() => new("project.code-taken", "这个项目代码已被使用，请核对。");

    public static Refusal NotReserve(string name) => new("project.not-reserve", $"“{name}”不在储备库中，不能列入计划。");

    public static Refusal NotPlanned(string name) => new("project.not-planned", $"“{name}”没有列入计划。");

    public static Refusal NotStopped(string name) => new("project.not-stopped", $"“{name}”没有暂停或取消，不需要恢复。");

    public static Refusal AlreadyStopped(string name) => new("project.stopped", $"“{name}”已经暂停或取消。");

    public static Refusal CommunityTaken(string name) => new("project.community-taken", $"“{name}”已在这个项目中。");

    public static Refusal CommunityUnknown(string name) => new("project.community-unknown", $"没有名称或编码为“{name}”的在册小区，或不止一个，请用编码。");

    public static Refusal CommunityElsewhere(string name) =>
        new("project.community-elsewhere", $"“{name}”不在项目的属地之内；片区跨几个街道的，项目属地请选区市。");

    public static Refusal LastCommunity() => new("project.last-community", "已列入计划的项目至少保留一个小区。");

    public static Refusal NoCommunity(string name) => new("project.no-community", $"“{name}”还没有小区，不能列入计划。");

    public static Refusal AdditionWaiting(string name) => new("selection.waiting", $"“{name}”的计划外列入已在等候审定，不能再次提出。");

    public static Refusal NothingChosen() => new("selection.nothing", "没有选入任何项目，不能提出。");

    public static Refusal SelectionDecided() => new("selection.decided", "这次遴选已经审定或退回，不能再办理。");

    public static Refusal OverrideNeedsReason(IEnumerable<string> names) =>
        new("selection.reason-missing", $"“{string.Join("”“", names)}”的取舍与政策结论不一致，请写明原因。");

    public static Refusal SelectionStale(string name) => new("selection.stale", $"“{name}”在提出之后已不在储备库中，请退回重新遴选。");
}
