using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Huanxin.Web.Security;
using Huanxin.Web.Ui;
using Huanxin.Web.Ui.Notes;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.Web.Files;

/// <summary>The files a person may see: those of records that lie in the jurisdiction, and no others.</summary>
public sealed class FileReading(AppDb db, CurrentUser me, FileHomes homes)
{
    // A picture this small may be shown as its own thumbnail.
    private const long LargestThumbnail = 400 << 10;

    /// <summary>The record by its address; null where it does not exist or lies outside.</summary>
    public async Task<(FileHome Home, FileKeeper Keeper)?> KeeperAsync(string type, string key, CancellationToken stop) =>
        homes.Find(type) is { } home && await home.FindAsync(db, me.Over(home.See), key, stop) is { } keeper ? (home, keeper) : null;

    /// <summary>A file for reading. One that was withdrawn is evidence and open only to those who read the history.</summary>
    public async Task<Attachment?> FindAsync(Guid id, CancellationToken stop)
    {
        var file = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, stop);
        if (file is null || homes.Find(file.RecordType) is not { } home) return null;

        var isOpen = me.Rights.May(home.See, file.Place)
            && (file.WithdrawnAt is null || me.Rights.May(Permission.ViewHistory, file.Place));
        return isOpen ? file : null;
    }

    /// <summary>A file to be changed, with the right it takes.</summary>
    public async Task<(FileHome Home, Attachment File)?> ChangeableAsync(Guid id, CancellationToken stop) =>
        await db.Attachments.SingleOrDefaultAsync(f => f.Id == id && f.WithdrawnAt == null, stop) is { } file
            && homes.Find(file.RecordType) is { } home && me.Rights.May(home.Change, file.Place) ? (home, file) : null;

    /// <summary>Files of a record, newest first, as far as they lie in the jurisdiction.</summary>
    public Task<List<Attachment>> OfAsync(FileHome home, string key, CancellationToken stop) =>
        db.Attachments.AsNoTracking().Within(me.Over(home.See)).Where(f => f.RecordType == home.Type && f.RecordKey == key)
            .OrderByDescending(f => f.UploadedAt).ThenByDescending(f => f.Id).ToListAsync(stop);

    /// <summary>The files with the names of those who uploaded them.</summary>
    public async Task<IReadOnlyList<AttachmentLink>> LinksAsync(IReadOnlyList<Attachment> files, CancellationToken stop)
    {
        var accounts = files.Select(f => f.UploadedBy).Distinct().ToList();
        var names = await db.Accounts.AsNoTracking().Where(a => accounts.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, stop);
        return [.. files.Select(file => new AttachmentLink(
            file.Name, Links.File(file.Id, file.Name), file.Size, file.UploadedAt,
            names.TryGetValue(file.UploadedBy, out var name) ? db.Cipher.Open(name) : "未知",
            IsPicture(file) && file.Size <= LargestThumbnail ? Links.File(file.Id, file.Name) : null))];
    }

    public static bool IsPicture(Attachment file) => file.MediaType.StartsWith("image/", StringComparison.Ordinal);

    public bool MayChange(FileHome home, RegionCode place) => me.Rights.May(home.Change, place);

    public bool MaySeeWithdrawn(RegionCode place) => me.Rights.May(Permission.ViewHistory, place);
}
