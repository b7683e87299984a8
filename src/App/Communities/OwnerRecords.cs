using Huanxin.App.Data;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;

namespace Huanxin.App.Communities;

/// <summary>Owners as they are kept: sealed, with the fingerprint by which one person with several dwellings is found.</summary>
public static class OwnerRecords
{
    /// <summary>A new owner; raises <c>owner.no-name</c>. Say which dwelling with <c>BelongTo</c>.</summary>
    public static Owner NewOwner(this AppDb db, Guid id, Dwelling dwelling, string name, string? identityNumber, string? phone)
    {
        var shown = CellText.Name(name);
        if (shown.Length == 0) throw CommunityRefusals.NoOwner();

        var owner = new Owner
        {
            Id = id, DwellingId = dwelling.Id, Name = db.Cipher.Seal(shown), Fingerprint = OwnerMarks.Of(db.Cipher, shown, identityNumber),
        };
        owner.Reach(db.Cipher.SealOrNull(identityNumber), db.Cipher.SealOrNull(phone));
        owner.BelongTo(dwelling);
        return owner;
    }
}
