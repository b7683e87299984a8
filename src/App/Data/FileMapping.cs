using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Data;

/// <summary>A key by which all nodes read each other's cookies and form tokens; the XML is sealed.</summary>
public sealed class NodeKey : Record
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required Personal Xml { get; init; }
}

internal static class FileMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Attachment>(file =>
        {
            file.ToTable("attachments").HasKey(f => f.Id);
            file.HasIndex(f => new { f.RecordType, f.RecordKey });
            file.HasIndex(f => f.Hash);
            file.Property(f => f.RecordType).HasMaxLength(60);
            file.Property(f => f.RecordKey).HasMaxLength(100);
            file.Property(f => f.Hash).HasMaxLength(64);
        });
        model.Entity<UploadCorrection>(correction =>
        {
            correction.ToTable("upload_corrections").HasKey(c => c.Id);
            correction.Property(c => c.Address).HasMaxLength(20);
            correction.Property(c => c.Text).HasMaxLength(1000);
            correction.Property(c => c.Hidden).HasMaxLength(8000);
            correction.HasIndex(c => new { c.UploadId, c.Address }).IsUnique();
            correction.HasIndex(c => c.Place);
        });
        model.Entity<NodeKey>(key =>
        {
            key.ToTable("node_keys").HasKey(k => k.Id);
            key.Property(k => k.Xml).HasMaxLength(8000);
        });
    }
}
