using Huanxin.App.Data;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Files;

/// <summary>The record a file is to belong to.</summary>
public sealed record FileOwner(string Type, string Key, RegionCode Place);

/// <summary>A file as it arrives: the name the sender gave it, and its bytes.</summary>
public sealed record Upload(string? Name, Func<Stream> Open);

/// <summary>
/// Brings uploads to a record: the bytes first, then the attachment in the same act as everything else that is pending.
/// What was taken and not saved is given back, unless another record names the same bytes.
/// </summary>
public sealed class AttachmentIntake(FileIntake door, IFileStore store, AppDb db, TimeProvider clock) : IAsyncDisposable
{
    public const int MostFiles = 20;
    private readonly List<(string Hash, DateTime At)> taken = [];

    /// <summary>Takes the uploads and saves them with whatever else is pending: all or none.</summary>
    public async Task AddAsync(FileOwner owner, IReadOnlyList<Upload> uploads, FileRules rules, Act act, CancellationToken stop)
    {
        if (uploads.Count == 0) throw FileRefusals.NoneChosen();
        if (uploads.Count > MostFiles) throw FileRefusals.TooMany(MostFiles);

        try
        {
            foreach (var upload in uploads) await TakeAsync(owner, upload, rules, act, stop);
            await SaveAsync(act, stop);
        }
        catch (Refusal)
        {
            await GiveBackAsync();
            throw;
        }
    }

    /// <summary>Keeps the bytes and adds the attachment to what is pending; <see cref="SaveAsync"/> makes it true.</summary>
    public async Task<Attachment> TakeAsync(FileOwner owner, Upload upload, FileRules rules, Act act, CancellationToken stop)
    {
        await using var bytes = upload.Open();
        var file = await door.AcceptAsync(upload.Name, bytes, rules, stop);
        taken.Add((file.Hash, clock.GetUtcNow().UtcDateTime));
        var attachment = new Attachment
        {
            Id = Guid.CreateVersion7(act.At), RecordType = owner.Type, RecordKey = owner.Key, Place = owner.Place,
            Name = file.Name, Hash = file.Hash, Size = file.Size, MediaType = file.MediaType,
            UploadedBy = act.By.Account ?? throw new InvalidOperationException("files are uploaded by persons"), UploadedAt = act.At,
            TakenAt = file.Image?.TakenAt, Latitude = file.Image?.Latitude, Longitude = file.Image?.Longitude,
        };
        db.Add(attachment);
        return attachment;
    }

    /// <summary>Saves the act; a save that was refused or overtaken leaves no bytes behind.</summary>
    public async Task SaveAsync(Act act, CancellationToken stop)
    {
        try
        {
            await db.SaveAsync(act, stop);
            taken.Clear();
        }
        catch (Exception fault) when (fault is Refusal or EditConflict)
        {
            await GiveBackAsync();
            throw;
        }
        catch (Exception)
        {
            // Whether the database kept the record is not known now; FileSweep looks again when it is.
            taken.Clear();
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await GiveBackAsync();

    private async Task GiveBackAsync()
    {
        var hashes = taken.Select(t => t.Hash).ToList();
        if (hashes.Count == 0) return;

        var named = await db.Attachments.AsNoTracking().Where(a => hashes.Contains(a.Hash)).Select(a => a.Hash).ToListAsync();
        foreach (var (hash, at) in taken.Where(t => !named.Contains(t.Hash))) store.DeleteUnlessNewer(hash, at);
        taken.Clear();
    }
}
