using Huanxin.Core.Kernel;

namespace Huanxin.Core.Programmes;

/// <summary>Kinds of act on plans and projects (计划与项目库：办理事项).</summary>
public static class ProgrammeVerbs
{
    public static readonly Verb CreatePlan = new("plan.create", "建立计划");
    public static readonly Verb ChangePlan = new("plan.change", "修改计划登记");
    public static readonly Verb DraftVersion = new("plan.draft", "编制计划版本");
    public static readonly Verb ChangeCells = new("plan.cells", "修改计划表");
    public static readonly Verb ImportPlan = new("plan.import", "导入计划表");
    public static readonly Verb CorrectPlan = new("plan.correct", "改正上传的计划表");
    public static readonly Verb DiscardPlan = new("plan.discard", "放弃计划草稿");
    public static readonly Verb SubmitPlan = new("plan.submit", "提交计划审定");
    public static readonly Verb WithdrawPlan = new("plan.withdraw", "撤回计划");
    public static readonly Verb IssuePlan = new("plan.issue", "审定发布计划");
    public static readonly Verb ReturnPlan = new("plan.return", "退回计划");
    public static readonly Verb MatchProjects = new("plan.match", "计划行对应项目");
    public static readonly Verb UnmatchProject = new("plan.unmatch", "解除计划行与项目的对应");
    public static readonly Verb CreateProject = new("project.create", "建立项目");
    public static readonly Verb ChangeProject = new("project.change", "修改项目");
    public static readonly Verb AddCommunity = new("project.add-community", "项目增加小区");
    public static readonly Verb RemoveCommunity = new("project.remove-community", "项目移出小区");
    public static readonly Verb NameBuildings = new("project.name-buildings", "写明改造楼栋");
    public static readonly Verb AddOutOfPlan = new("project.out-of-plan", "计划外增加项目");
    public static readonly Verb LeavePlan = new("project.leave-plan", "项目退回储备");
    public static readonly Verb SuspendProject = new("project.suspend", "暂停项目");
    public static readonly Verb ResumeProject = new("project.resume", "恢复项目");
    public static readonly Verb CancelProject = new("project.cancel", "取消项目");
    public static readonly Verb ReserveCommunities = new("project.reserve", "小区列入储备库");
    public static readonly Verb ProposeSelection = new("selection.propose", "提出计划遴选");
    public static readonly Verb AgreeSelection = new("selection.agree", "审定计划遴选");
    public static readonly Verb ReturnSelection = new("selection.return", "退回计划遴选");

    /// <summary>All of them, in the order in which they are listed to the user (全部).</summary>
    public static readonly IReadOnlyList<Verb> All =
    [
        CreatePlan, ChangePlan, DraftVersion, ChangeCells, ImportPlan, CorrectPlan, DiscardPlan, SubmitPlan, WithdrawPlan, IssuePlan, ReturnPlan,
        MatchProjects, UnmatchProject,
        CreateProject, ChangeProject, AddCommunity, RemoveCommunity, NameBuildings, AddOutOfPlan, LeavePlan, SuspendProject,
        ResumeProject, CancelProject, ReserveCommunities, ProposeSelection, AgreeSelection, ReturnSelection,
    ];
}
