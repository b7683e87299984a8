namespace Huanxin.Core.Kernel;

/// <summary>
/// A file that belongs to a record (附件). The bytes lie in the content store under their hash; of a photo only time and place are kept.
/// </summary>
public sealed class Attachment : Record, IPlaced
{
    public required Guid Id { get; init; }

    /// <summary>Record it belongs to (所属记录): type and key.</summary>
    public required string RecordType { get; init; }

    public required string RecordKey { get; init; }

    public required RegionCode Place { get; init; }

    /// <summary>Name as it was uploaded (文件名).</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the bytes (内容散列), hexadecimal: also the address in the store.</summary>
    public required string Hash { get; init; }

    public required long Size { get; init; }

    /// <summary>Media type by the file's signature (文件类型), never by its name alone.</summary>
    public required string MediaType { get; init; }

    public required Guid UploadedBy { get; init; }

    public required DateTime UploadedAt { get; init; }

    /// <summary>When the photo was taken (拍摄时间), if its data say so.</summary>
    public DateTime? TakenAt { get; init; }

    /// <summary>Where the photo was taken (拍摄地点): latitude in degrees.</summary>
    public double? Latitude { get; init; }

    /// <summary>Longitude in degrees.</summary>
    public double? Longitude { get; init; }

    /// <summary>When it was withdrawn (撤下时间); the bytes stay as evidence.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Takes it off the record's page (撤下附件); asks for a reason.</summary>
    public void Withdraw(Act act)
    {
        if (WithdrawnAt is not null) throw KernelRefusals.FileWithdrawn();
        if (string.IsNullOrWhiteSpace(act.Why)) throw KernelRefusals.ReasonMissing();

        WithdrawnAt = act.At;
    }
}
