using Huanxin.App.Data;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Exchange;

/// <summary>What was corrected on screen about a file that waits to be imported, kept beside it.</summary>
public static class UploadCorrections
{
    internal const int LongestAddress = 20, LongestText = 1000;

    /// <summary>Address → what stands there instead.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> CorrectionsOfAsync(this AppDb db, Attachment upload, CancellationToken stop)
    {
        var kept = await db.UploadCorrections.AsNoTracking().Where(c => c.UploadId == upload.Id).OrderBy(c => c.Address).ToListAsync(stop);
        return kept.ToDictionary(c => c.Address, c => c.Hidden is { } hidden ? db.Cipher.Open(hidden) : c.Text);
    }

    /// <summary>Puts corrections into the tracker; those of a list of persons are sealed, whatever their column.</summary>
    public static async Task CorrectAsync(
        this AppDb db, Attachment upload, IReadOnlyDictionary<string, string> fixes, bool arePersonal, DateTime at, CancellationToken stop)
    {
        var known = await db.UploadCorrections.Where(c => c.UploadId == upload.Id).ToDictionaryAsync(c => c.Address, stop);
        foreach (var (address, text) in fixes.Where(fix => fix.Key.Length <= LongestAddress && CellAddress.TryParse(fix.Key, out _, out _)))
        {
            if (text.Length > LongestText) throw ExchangeRefusals.CellTooLong($" {address} ", LongestText);
            if (!known.TryGetValue(address, out var correction))
            {
                correction = new UploadCorrection { Id = Guid.CreateVersion7(at), Place = upload.Place, UploadId = upload.Id, Address = address };
                db.Add(correction);
            }

            if (arePersonal) correction.Correct(db.Cipher.Seal(text));
            else correction.Correct(text);
        }
    }
}
