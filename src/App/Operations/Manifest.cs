using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Huanxin.App.Security;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Huanxin.App.Operations;

/// <summary>What an archive holds, from which installation and moment, and the hash of every part of it.</summary>
public sealed record Manifest
{
    public const int CurrentFormat = 2;

    public required int Format { get; init; }

    /// <summary>Version of the program that wrote it.</summary>
    public required string Product { get; init; }

    public required DateTime TakenAt { get; init; }

    /// <summary>Kind of database it came from, for information: it can be restored into either.</summary>
    public required DatabaseKind Database { get; init; }

    public required string Migration { get; init; }

    /// <summary>Proves which keyring the data were sealed with, without telling anything of it.</summary>
    public required string KeyringMark { get; init; }

    /// <summary>True when the archive holds the keyring itself.</summary>
    public required bool HasKeys { get; init; }

    /// <summary>Newest seal of the chain of acts; zero when nothing was sealed yet.</summary>
    public required long SealNumber { get; init; }

    public required string SealHash { get; init; }

    public required IReadOnlyList<Part> Tables { get; init; }

    public required long Files { get; init; }

    public required long FileBytes { get; init; }

    /// <summary>One table of the archive.</summary>
    public sealed record Part(string Table, IReadOnlyList<string> Columns, long Rows, string Sha256);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() },
    };

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    public static Manifest OfBytes(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<Manifest>(bytes, Json) ?? throw new InvalidDataException("no manifest");

    /// <summary>The seal of a manifest: its hash, which shows damage, and its keyed proof, which shows forgery.</summary>
    public static string SealOf(byte[] manifest, Cipher cipher) => $"{HashOf(manifest)} {Convert.ToHexStringLower(cipher.Prove(manifest))}";

    public static string HashOf(byte[] manifest) => Convert.ToHexStringLower(SHA256.HashData(manifest));

    public static string MarkOf(Cipher cipher) => Convert.ToHexStringLower(cipher.Prove("huanxin keyring"u8));

    /// <summary>Columns of a table as the manifest has them: an archive fits only where they are the same.</summary>
    internal static IReadOnlyList<string> ColumnsOf(Cell[] cells) => [.. cells.Select(cell => $"{cell.Column.Name} {cell.KindName}")];

    internal static string PartName(ITable table) => $"tables/{table.Name}.jsonl";
}
