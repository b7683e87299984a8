using System.Buffers.Binary;
using System.Data.Common;
using System.Text.Json;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Huanxin.App.Data;

/// <summary>
/// The last act that changed a community of a district. It is written in the transaction of the act itself, so that a node which finds the
/// mark it knows also knows everything that was committed there (docs/decisions/0012).
/// </summary>
public sealed class RegisterMark
{
    /// <summary>Places below a district share its mark.</summary>
    public const int Digits = 6;

    public required RegionCode Place { get; init; }
    public required Guid ActId { get; init; }

    /// <summary>A figure out of the act's id. Added up over a place it says in one number whether any of its districts was marked anew.</summary>
    public required long Check { get; init; }

    /// <summary>The district whose mark stands for a place.</summary>
    public static RegionCode DistrictOf(RegionCode place) =>
        RegionCode.OfColumn(place.Prefix.Length <= Digits ? place.Prefix : place.Prefix[..Digits]);

    /// <summary>Districts touched by changes: where a community lies and where it lay before.</summary>
    public static IEnumerable<RegionCode> Touched(IEnumerable<ChangeRow> changes) => changes
        .Where(c => c.RecordType is nameof(Community) or nameof(Building) && c.Place is not null)
        .SelectMany(c => c.Field == nameof(Community.Place) && c.Old is { } old
            ? [DistrictOf(c.Place!.Value), DistrictOf(RegionCode.OfColumn(JsonSerializer.Deserialize<string>(old)!))]
            : new[] { DistrictOf(c.Place!.Value) })
        .Distinct();

    /// <summary>Marks districts inside the present transaction, as its last statements, always in the same order.</summary>
    public static async Task SetAsync(AppDb db, Guid act, IEnumerable<RegionCode> districts, CancellationToken stop)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = "INSERT INTO register_marks (\"Place\", \"ActId\", \"Check\") VALUES (@place, @act, @check) "
            + "ON CONFLICT (\"Place\") DO UPDATE SET \"ActId\" = excluded.\"ActId\", \"Check\" = excluded.\"Check\"";
        var (place, id, check) = (Parameter(command, "@place"), Parameter(command, "@act"), Parameter(command, "@check"));
        (id.Value, check.Value) = (act, CheckOf(act));
        foreach (var district in districts.OrderBy(d => d.Prefix, StringComparer.Ordinal))
        {
            place.Value = district.Prefix;
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    // Forty-eight random bits: the sum over every district of a nation still fits.
    private static long CheckOf(Guid act) => BinaryPrimitives.ReadInt64BigEndian(act.ToByteArray(bigEndian: true).AsSpan(8)) & 0xFFFF_FFFF_FFFF;

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
