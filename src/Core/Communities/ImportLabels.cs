namespace Huanxin.Core.Communities;

/// <summary>Chinese labels of the import of ledgers (台账导入：名称).</summary>
public static class ImportLabels
{
    private static readonly Dictionary<string, string> OfRun = new()
    {
        [nameof(ImportRun.Id)] = "编号",
        [nameof(ImportRun.Place)] = "台账属地",
        [nameof(ImportRun.Name)] = "文件名",
        [nameof(ImportRun.Hash)] = "内容散列",
        [nameof(ImportRun.UploadedBy)] = "上传人",
        [nameof(ImportRun.UploadedAt)] = "上传时间",
        [nameof(ImportRun.SenderId)] = "报送单位",
        [nameof(ImportRun.Kind)] = "台账种类",
        [nameof(ImportRun.State)] = "导入状态",
        [nameof(ImportRun.Decisions)] = "核对意见",
        [nameof(ImportRun.Added)] = "新增",
        [nameof(ImportRun.Changed)] = "修改",
        [nameof(ImportRun.Unchanged)] = "没有变化",
        [nameof(ImportRun.ConfirmedBy)] = "确认人",
        [nameof(ImportRun.ActId)] = "导入的办理",
        [nameof(ImportRun.ImportedAt)] = "导入时间",
        [nameof(ImportRun.UndoneBy)] = "撤销人",
        [nameof(ImportRun.UndoneWhy)] = "撤销原因",
        [nameof(ImportRun.Trouble)] = "退回原因",
    };

    private static readonly Dictionary<string, string> OfMemory = new()
    {
        [nameof(ColumnMemory.Id)] = "编号",
        [nameof(ColumnMemory.OrganisationId)] = "报送单位",
        [nameof(ColumnMemory.Kind)] = "台账种类",
        [nameof(ColumnMemory.Columns)] = "列名对应",
    };

    public static string Label(this LedgerKind kind) => kind switch
    {
        LedgerKind.Communities => "小区台账",
        LedgerKind.Buildings => "楼栋台账",
        LedgerKind.Dwellings => "住宅和业主名册",
    };

    public static string Label(this ImportState state) => state switch
    {
        ImportState.Checking => "待核对",
        ImportState.Queued => "正在导入",
        ImportState.Imported => "已导入",
        ImportState.Undoing => "正在撤销",
        ImportState.Undone => "已撤销",
        ImportState.Abandoned => "已放弃",
    };

    /// <summary>Name of a field (字段名称); null when it is not one of ours.</summary>
    public static string? Field(string type, string property) => type switch
    {
        nameof(ImportRun) => OfRun.GetValueOrDefault(property),
        nameof(ColumnMemory) => OfMemory.GetValueOrDefault(property),
        _ => null,
    };

    /// <summary>Name of a kind of record (记录类别名称); null for others.</summary>
    public static string? Record(string type) => type switch
    {
        nameof(ImportRun) => "台账导入",
        nameof(ColumnMemory) => "列名记忆",
        _ => null,
    };
}
