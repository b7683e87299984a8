using Huanxin.App.Security;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Data;

/// <summary>One act as it is kept: who, when, what, why, from where. Written once, never changed.</summary>
public sealed class ActRow
{
    public required Guid Id { get; init; }
    public required DateTime At { get; init; }
    public Guid? AccountId { get; init; }
    public required Personal ActorName { get; init; }
    public Guid? OnBehalfOf { get; init; }
    public required string Verb { get; init; }
    public string? Why { get; init; }
    public string? Source { get; init; }
    public required string Node { get; init; }

    public static ActRow Of(Act act, string node, Cipher cipher) => new()
    {
        Id = act.Id,
        At = act.At,
        AccountId = act.By.Account,
        ActorName = cipher.Seal(act.By.Name),
        OnBehalfOf = act.By.OnBehalfOf,
        Verb = act.Verb.Code,
        Why = act.Why,
        Source = act.Source,
        Node = node,
    };
}

/// <summary>What happened to a record in an act.</summary>
public enum ChangeKind { Created, Changed, Removed }

/// <summary>One change of one act: a new record with all its first values, or one field before and after.</summary>
public sealed class ChangeRow
{
    public required Guid ActId { get; init; }
    public required int Number { get; init; }
    public required ChangeKind Kind { get; init; }
    public required string RecordType { get; init; }
    public required string RecordKey { get; init; }

    /// <summary>Place of the record, by which its history is scoped; null where a record has none.</summary>
    public RegionCode? Place { get; init; }

    /// <summary>Changed field; null for a whole record.</summary>
    public string? Field { get; init; }

    /// <summary>Value before, as JSON.</summary>
    public string? Old { get; init; }

    /// <summary>Value after, as JSON.</summary>
    public string? New { get; init; }
}

/// <summary>A link of the hash chain over the acts, in the order in which they were sealed.</summary>
public sealed class SealRow
{
    public required long Number { get; init; }
    public required Guid ActId { get; init; }
    public required DateTime SealedAt { get; init; }

    /// <summary>SHA-256 over the previous hash and the act with its changes.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Keyed proof of the hash: without the keyring a forged chain cannot be made to look true.</summary>
    public required byte[] Proof { get; init; }
}

/// <summary>An act that still waits for its seal.</summary>
public sealed class UnsealedRow
{
    public required Guid ActId { get; init; }

    /// <summary>Keyed proof of the act's digest, made when it was written, so that nothing can be slipped in before the seal.</summary>
    public required byte[] Proof { get; init; }
}

internal static class ActMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ActRow>(act =>
        {
            act.ToTable("acts").HasKey(a => a.Id);
            act.Property(a => a.Why).HasMaxLength(2000);
            act.HasIndex(a => a.At);
            act.HasIndex(a => new { a.AccountId, a.At });
        });
        model.Entity<ChangeRow>(change =>
        {
            change.ToTable("changes").HasKey(c => new { c.ActId, c.Number });
            change.Property(c => c.RecordType).HasMaxLength(60);
            change.Property(c => c.RecordKey).HasMaxLength(100);
            change.Property(c => c.Field).HasMaxLength(60);
            change.Property(c => c.Old).HasMaxLength(-1);
            change.Property(c => c.New).HasMaxLength(-1);
            change.HasIndex(c => new { c.RecordType, c.RecordKey });
            change.HasOne<ActRow>().WithMany().HasForeignKey(c => c.ActId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<SealRow>(seal =>
        {
            seal.ToTable("seals").HasKey(s => s.Number);
            seal.Property(s => s.Number).ValueGeneratedNever();
            seal.HasIndex(s => s.ActId).IsUnique();
        });
        model.Entity<UnsealedRow>().ToTable("unsealed_acts").HasKey(u => u.ActId);
    }
}
