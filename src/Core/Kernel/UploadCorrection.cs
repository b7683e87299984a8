namespace Huanxin.Core.Kernel;

/// <summary>What stands in a cell of an uploaded table instead (上传表格的改正); the file itself stays as it was uploaded.</summary>
public sealed class UploadCorrection : Record, IPlaced
{
    public required Guid Id { get; init; }
    public required RegionCode Place { get; init; }

    /// <summary>The upload that waits (上传的文件).</summary>
    public required Guid UploadId { get; init; }

    /// <summary>Address of the cell (单元格), e.g. “D7”.</summary>
    public required string Address { get; init; }

    /// <summary>What it is read as (改为).</summary>
    public string Text { get; private set; } = "";

    /// <summary>The same, sealed (改为，加密), where it may be somebody's name or phone.</summary>
    public Personal? Hidden { get; private set; }

    /// <summary>Says what stands there (改正).</summary>
    public void Correct(string text) => (Text, Hidden) = (text.Trim(), null);

    /// <summary>Says it where it is somebody's (改正个人信息).</summary>
    public void Correct(Personal hidden) => (Text, Hidden) = ("", hidden);
}
