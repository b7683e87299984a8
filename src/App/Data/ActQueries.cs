using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Data;

/// <summary>Who saved something last, and when (UTC).</summary>
public sealed record LastSave(string Who, DateTime At);

/// <summary>Questions about acts that more than one page asks.</summary>
public static class ActQueries
{
    /// <summary>The newest act on a record; null when there is none.</summary>
    public static async Task<LastSave?> LastSaveAsync(this AppDb db, string type, Guid id, CancellationToken stop)
    {
        var key = id.ToString();
        var touched = db.Changes.Where(c => c.RecordType == type && c.RecordKey == key).Select(c => c.ActId);
        var act = await db.Acts.AsNoTracking().Where(a => touched.Contains(a.Id))
            .OrderByDescending(a => a.At).ThenByDescending(a => a.Id).FirstOrDefaultAsync(stop);
        return act is null ? null : new LastSave(db.Cipher.Open(act.ActorName), act.At);
    }
}
