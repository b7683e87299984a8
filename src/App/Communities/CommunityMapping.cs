using Huanxin.App.Data;
using Huanxin.Core.Communities;
using Huanxin.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Communities;

internal static class CommunityMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Community>(community =>
        {
            community.ToTable("communities").HasKey(c => c.Id);
            community.Property(c => c.Code).HasMaxLength(40);
            community.Property(c => c.Name).HasMaxLength(100);
            community.Property(c => c.NameKey).HasMaxLength(100);
            community.Property(c => c.Finding).HasMaxLength(1000);
            community.Property(c => c.Note).HasMaxLength(1000);
            community.Ignore(c => c.Built).Ignore(c => c.Renovated).Ignore(c => c.Clearance).Ignore(c => c.Names);
            community.HasIndex(c => c.Code).IsUnique();
            // Each index costs an import about as much as the row itself. Lists and sums are read off the index in memory; what is asked of the
            // database is a place, in the order of lists, and the positions on a map.
            community.HasIndex(c => new { c.Place, c.Id });
            community.HasIndex(c => new { c.Place, c.State, c.Latitude, c.Longitude }).HasFilter("\"Latitude\" IS NOT NULL")
                .HasDatabaseName("IX_communities_positions");
            community.HasIndex(c => c.MergedInto).HasFilter("\"MergedInto\" IS NOT NULL");
            community.HasIndex(c => c.SplitFrom).HasFilter("\"SplitFrom\" IS NOT NULL");
            community.HasOne<Organisation>().WithMany().HasForeignKey(c => c.KeeperId).OnDelete(DeleteBehavior.Restrict);
            community.HasOne<Community>().WithMany().HasForeignKey(c => c.MergedInto).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<DistinctPair>(pair =>
        {
            pair.ToTable("distinct_pairs").HasKey(p => p.Id);
            pair.HasIndex(p => new { p.First, p.Second }).IsUnique();
            pair.HasIndex(p => p.Place);
            pair.HasOne<Community>().WithMany().HasForeignKey(p => p.First).OnDelete(DeleteBehavior.Restrict);
            pair.HasOne<Community>().WithMany().HasForeignKey(p => p.Second).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<RegisterMark>().ToTable("register_marks").HasKey(m => m.Place);
        model.Entity<Building>(building =>
        {
            building.ToTable("buildings").HasKey(b => b.Id);
            building.Property(b => b.Number).HasMaxLength(60);
            building.Property(b => b.NumberKey).HasMaxLength(60);
            building.Ignore(b => b.Built);
            building.HasIndex(b => new { b.CommunityId, b.NumberKey }).IsUnique();
            building.HasIndex(b => b.Place);
            building.HasOne<Community>().WithMany().HasForeignKey(b => b.CommunityId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Dwelling>(dwelling =>
        {
            dwelling.ToTable("dwellings").HasKey(d => d.Id);
            dwelling.Property(d => d.Unit).HasMaxLength(40);
            dwelling.Property(d => d.Room).HasMaxLength(40);
            dwelling.Property(d => d.RoomKey).HasMaxLength(90);
            dwelling.HasIndex(d => new { d.BuildingId, d.RoomKey }).IsUnique();
            dwelling.HasIndex(d => d.CommunityId);
            dwelling.HasIndex(d => d.Place);
            dwelling.HasOne<Building>().WithMany().HasForeignKey(d => d.BuildingId).OnDelete(DeleteBehavior.Restrict);
            dwelling.HasOne<Community>().WithMany().HasForeignKey(d => d.CommunityId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ImportRun>(run =>
        {
            run.ToTable("import_runs").HasKey(r => r.Id);
            run.Property(r => r.Decisions).HasMaxLength(-1);
            run.Property(r => r.Trouble).HasMaxLength(1000);
            run.Property(r => r.UndoneWhy).HasMaxLength(2000);
            run.HasIndex(r => r.Place);
            run.HasIndex(r => r.State);
            run.HasIndex(r => r.Hash);
            run.HasOne<Organisation>().WithMany().HasForeignKey(r => r.SenderId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ColumnMemory>(memory =>
        {
            memory.ToTable("column_memories").HasKey(m => m.Id);
            memory.Property(m => m.Columns).HasMaxLength(-1);
            memory.HasIndex(m => new { m.OrganisationId, m.Kind }).IsUnique();
            memory.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Owner>(owner =>
        {
            owner.ToTable("owners").HasKey(o => o.Id);
            owner.HasIndex(o => o.DwellingId);
            owner.HasIndex(o => new { o.CommunityId, o.Fingerprint });
            owner.HasIndex(o => o.Place);
            owner.HasOne<Dwelling>().WithMany().HasForeignKey(o => o.DwellingId).OnDelete(DeleteBehavior.Restrict);
            owner.HasOne<Community>().WithMany().HasForeignKey(o => o.CommunityId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
