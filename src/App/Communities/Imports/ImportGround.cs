using System.Security.Cryptography;
using System.Text.Json;
using Huanxin.App.Data;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Communities.Imports;

/// <summary>
/// Everything on which the plan of a ledger of communities or buildings stands, as one digest: the upload and what was decided about it, what its
/// columns mean, the list of places, the register by its marks, and the program itself. While it is the same, so is the plan.
/// </summary>
internal static class ImportGround
{
    private static readonly Guid[] Program = [typeof(ImportGround).Module.ModuleVersionId, typeof(ImportRun).Module.ModuleVersionId];

    public static async Task<byte[]> OfAsync(
        AppDb db, ImportRun run, IReadOnlyDictionary<string, string> remembered, RegionList regions, CancellationToken stop)
    {
        var marks = await db.RegisterMarks.AsNoTracking().Select(mark => new { mark.Place, mark.ActId }).ToListAsync(stop);
        return SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
        {
            Program, run.Id, run.Hash, Place = run.Place.Prefix, run.Name, run.SenderId, run.Decisions,
            Columns = remembered.OrderBy(column => column.Key, StringComparer.Ordinal),
            Places = regions.Regions.Select(region => new { region.Code.Prefix, region.Name, region.Aliases }),
            Marks = marks.Select(mark => $"{mark.Place.Prefix} {mark.ActId}").Order(StringComparer.Ordinal),
        }));
    }
}
