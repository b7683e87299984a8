namespace Huanxin.Core.Policies;

/// <summary>Chinese labels of draft packs (政策草案：名称).</summary>
public static class DraftLabels
{
    public static string Label(this DraftState state) => state switch
    {
        DraftState.Draft => "草稿",
        DraftState.Proposed => "待生效",
        DraftState.InForce => "已生效",
        DraftState.Returned => "已退回",
        DraftState.Withdrawn => "已撤回",
        DraftState.Superseded => "已被替代",
        DraftState.TakenOff => "已撤下",
    };

    public static string Label(this DraftStep step) => step switch
    {
        DraftStep.Revise => "重新上传",
        DraftStep.Propose => "提交生效",
        DraftStep.PutInForce => "生效",
        DraftStep.Return => "退回",
        DraftStep.Withdraw => "撤回",
        DraftStep.Supersede => "替代",
        DraftStep.TakeOff => "撤下",
    };

    public static string Label(this DraftKind kind) => kind switch
    {
        DraftKind.Document => "整份文件",
        DraftKind.Filling => "补录",
    };

    /// <summary>Name of a kind of record of this feature (记录类别名称); null for others.</summary>
    public static string? Record(string type) => type switch
    {
        nameof(DraftPack) => "政策草案",
        nameof(DraftFile) => "政策草案文件",
        _ => null,
    };

    /// <summary>Name of a field of a record of this feature (字段名称); null when it is not one of ours.</summary>
    public static string? Field(string type, string property) => type switch
    {
        nameof(DraftPack) => OfDraft(property),
        nameof(DraftFile) => OfFile(property),
        _ => null,
    };

    private static string? OfDraft(string property) => property switch
    {
        nameof(DraftPack.Id) => "编号",
        nameof(DraftPack.Kind) => "内容",
        nameof(DraftPack.Stem) => "文件夹和文件名",
        nameof(DraftPack.Document) => "文件代号",
        nameof(DraftPack.Title) => "标题",
        nameof(DraftPack.Place) => "适用地区",
        nameof(DraftPack.Effective) => "施行日期",
        nameof(DraftPack.Hash) => "文件指纹",
        nameof(DraftPack.State) => "状态",
        nameof(DraftPack.UploadedBy) => "上传人",
        nameof(DraftPack.UploadedAt) => "上传时间",
        nameof(DraftPack.ProposedBy) => "提交人",
        nameof(DraftPack.ProposedAt) => "提交时间",
        nameof(DraftPack.DecidedBy) => "审定人",
        nameof(DraftPack.DecidedAt) => "审定时间",
        nameof(DraftPack.Opinion) => "办理意见",
        nameof(DraftPack.InForceAs) => "生效代号",
        nameof(DraftPack.OverHash) => "被覆盖的文件指纹",
        _ => null,
    };

    private static string? OfFile(string property) => property switch
    {
        nameof(DraftFile.Id) => "编号",
        nameof(DraftFile.DraftId) => "所属草案",
        nameof(DraftFile.Place) => "适用地区",
        nameof(DraftFile.Name) => "文件名",
        nameof(DraftFile.Text) => "内容",
        _ => null,
    };
}
