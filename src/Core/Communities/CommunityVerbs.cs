using Huanxin.Core.Kernel;

namespace Huanxin.Core.Communities;

/// <summary>Kinds of act on the register (小区：办理事项).</summary>
public static class CommunityVerbs
{
    public static readonly Verb Register = new("community.register", "登记小区");
    public static readonly Verb Change = new("community.change", "修改小区");
    public static readonly Verb Confirm = new("community.confirm", "核实小区");
    public static readonly Verb Close = new("community.close", "注销小区");
    public static readonly Verb Reopen = new("community.reopen", "恢复小区");
    public static readonly Verb Merge = new("community.merge", "合并小区");
    public static readonly Verb Unmerge = new("community.unmerge", "撤销合并");
    public static readonly Verb Split = new("community.split", "拆分小区");
    public static readonly Verb TellApart = new("community.tell-apart", "认定不是重复");
    public static readonly Verb RegisterBuilding = new("building.register", "登记楼栋");
    public static readonly Verb ChangeBuilding = new("building.change", "修改楼栋");
    public static readonly Verb CloseBuilding = new("building.close", "注销楼栋");
    public static readonly Verb ReopenBuilding = new("building.reopen", "恢复楼栋");
    public static readonly Verb ChangeDwelling = new("dwelling.change", "登记住宅和业主");
    public static readonly Verb UploadLedger = new("ledger.upload", "上传台账");
    public static readonly Verb DecideLedger = new("ledger.decide", "核对台账");
    public static readonly Verb ConfirmImport = new("ledger.confirm", "确认导入台账");
    public static readonly Verb SendBackImport = new("ledger.send-back", "退回核对台账");
    public static readonly Verb AbandonImport = new("ledger.abandon", "放弃导入台账");
    public static readonly Verb ImportLedger = new("ledger.import", "导入台账");
    public static readonly Verb AskUndoImport = new("ledger.ask-undo", "申请撤销导入");
    public static readonly Verb UndoImport = new("ledger.undo", "撤销导入");

    /// <summary>All of them, in the order in which they are listed to the user (全部).</summary>
    public static readonly IReadOnlyList<Verb> All =
    [
        Register, Change, Confirm, Close, Reopen, Merge, Unmerge, Split, TellApart, RegisterBuilding, ChangeBuilding, CloseBuilding,
        ReopenBuilding, ChangeDwelling, UploadLedger, DecideLedger, ConfirmImport, SendBackImport, AbandonImport, ImportLedger,
        AskUndoImport, UndoImport,
    ];
}
