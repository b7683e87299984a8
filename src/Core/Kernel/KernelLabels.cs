namespace Huanxin.Core.Kernel;

/// <summary>Chinese labels of what every feature shares (通用名称).</summary>
public static class KernelLabels
{
    /// <summary>Name of a kind of record (记录类别名称); null for those of the features.</summary>
    public static string? Record(string type) => type switch
    {
        nameof(Attachment) => "附件",
        nameof(UploadCorrection) => "上传表格的改正",
        _ => null,
    };

    /// <summary>Name of a field of them (字段名称); null when it has none.</summary>
    public static string? Field(string type, string property) => (type, property) switch
    {
        (nameof(Attachment), nameof(Attachment.RecordType)) => "所属记录类别",
        (nameof(Attachment), nameof(Attachment.RecordKey)) => "所属记录",
        (nameof(Attachment), nameof(Attachment.Place)) => "属地",
        (nameof(Attachment), nameof(Attachment.Name)) => "文件名",
        (nameof(Attachment), nameof(Attachment.Hash)) => "内容散列",
        (nameof(Attachment), nameof(Attachment.Size)) => "大小（字节）",
        (nameof(Attachment), nameof(Attachment.MediaType)) => "文件类型",
        (nameof(Attachment), nameof(Attachment.UploadedBy)) => "上传人",
        (nameof(Attachment), nameof(Attachment.UploadedAt)) => "上传时间",
        (nameof(Attachment), nameof(Attachment.TakenAt)) => "拍摄时间",
        (nameof(Attachment), nameof(Attachment.Latitude)) => "纬度",
        (nameof(Attachment), nameof(Attachment.Longitude)) => "经度",
        (nameof(Attachment), nameof(Attachment.WithdrawnAt)) => "撤下时间",
        (nameof(UploadCorrection), nameof(UploadCorrection.Place)) => "属地",
        (nameof(UploadCorrection), nameof(UploadCorrection.UploadId)) => "上传的文件",
        (nameof(UploadCorrection), nameof(UploadCorrection.Address)) => "单元格",
        (nameof(UploadCorrection), nameof(UploadCorrection.Text)) => "改为",
        (nameof(UploadCorrection), nameof(UploadCorrection.Hidden)) => "改为（个人信息）",
        (_, "Id") => "编号",
        _ => null,
    };
}
