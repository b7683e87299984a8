using Huanxin.Core.Policies;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Policies;

internal static class PolicyMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<DraftPack>(draft =>
        {
            draft.ToTable("draft_packs").HasKey(d => d.Id);
            draft.Property(d => d.Stem).HasMaxLength(200);
            draft.Property(d => d.Document).HasMaxLength(40);
            draft.Property(d => d.Hash).HasMaxLength(64);
            draft.Property(d => d.OverHash).HasMaxLength(64);
            draft.Property(d => d.InForceAs).HasMaxLength(40);
            draft.Property(d => d.Opinion).HasMaxLength(2000);
            draft.HasIndex(d => d.Place);
            draft.HasIndex(d => d.Document);
            draft.HasIndex(d => d.InForceAs).IsUnique();
        });
        model.Entity<DraftFile>(file =>
        {
            file.ToTable("draft_files").HasKey(f => f.Id);
            file.Property(f => f.Name).HasMaxLength(200);
            file.Property(f => f.Text).HasMaxLength(-1);
            file.HasIndex(f => f.DraftId);
            file.HasOne<DraftPack>().WithMany().HasForeignKey(f => f.DraftId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
