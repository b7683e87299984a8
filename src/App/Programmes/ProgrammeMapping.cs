using Huanxin.Core.Communities;
using Huanxin.Core.People;
using Huanxin.Core.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Programmes;

internal static class ProgrammeMapping
{
    private const int LongText = 4000;

    public static void Map(ModelBuilder model)
    {
        MapPlans(model);
        MapProjects(model);
        MapSelections(model);
    }

    private static void MapPlans(ModelBuilder model)
    {
        model.Entity<PlanSet>(set =>
        {
            set.ToTable("plan_sets").HasKey(s => s.Id);
            set.Property(s => s.Title).HasMaxLength(200);
            set.Property(s => s.Note).HasMaxLength(1000);
            set.HasIndex(s => new { s.Place, s.Kind, s.FromYear, s.ToYear }).IsUnique();
        });
        model.Entity<PlanVersion>(version =>
        {
            version.ToTable("plan_versions").HasKey(v => v.Id);
            version.Property(v => v.Accepted).HasMaxLength(LongText);
            version.Ignore(v => v.Measures).Ignore(v => v.IsOpen).Ignore(v => v.AcceptedBecause);
            version.HasIndex(v => new { v.PlanSetId, v.Number }).IsUnique();
            version.HasIndex(v => v.Place);
            version.HasOne<PlanSet>().WithMany().HasForeignKey(v => v.PlanSetId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PlanRow>(row =>
        {
            row.ToTable("plan_rows").HasKey(r => r.Id);
            row.Property(r => r.PlaceText).HasMaxLength(100);
            row.Ignore(r => r.Line).Ignore(r => r.Figures);
            row.HasIndex(r => new { r.VersionId, r.Place, r.Year }).IsUnique();
            row.HasIndex(r => new { r.Place, r.Year });
            row.HasOne<PlanVersion>().WithMany().HasForeignKey(r => r.VersionId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapProjects(ModelBuilder model)
    {
        model.Entity<Project>(project =>
        {
            project.ToTable("projects").HasKey(p => p.Id);
            project.Property(p => p.Code).HasMaxLength(40);
            project.Property(p => p.Name).HasMaxLength(150);
            project.Property(p => p.Note).HasMaxLength(1000);
            project.Property(p => p.OutOfPlanReason).HasMaxLength(500);
            project.Property(p => p.StateReason).HasMaxLength(500);
            project.Ignore(p => p.FlagList).Ignore(p => p.IsActive);
            project.HasIndex(p => p.Code).IsUnique();
            project.HasIndex(p => new { p.Place, p.Year });
            project.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PlanProject>(link =>
        {
            link.ToTable("plan_projects").HasKey(l => l.Id);
            link.HasIndex(l => new { l.PlanSetId, l.ProjectId }).IsUnique();
            link.HasIndex(l => l.ProjectId);
            link.HasIndex(l => l.Place);
            link.HasOne<PlanSet>().WithMany().HasForeignKey(l => l.PlanSetId).OnDelete(DeleteBehavior.Restrict);
            link.HasOne<Project>().WithMany().HasForeignKey(l => l.ProjectId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ProjectCommunity>(part =>
        {
            part.ToTable("project_communities").HasKey(p => p.Id);
            part.Property(p => p.BuildingsTaken).HasMaxLength(LongText);
            part.HasIndex(p => new { p.ProjectId, p.CommunityId }).IsUnique();
            part.HasIndex(p => p.CommunityId);
            part.HasIndex(p => p.Place);
            part.HasOne<Project>().WithMany().HasForeignKey(p => p.ProjectId).OnDelete(DeleteBehavior.Restrict);
            part.HasOne<Community>().WithMany().HasForeignKey(p => p.CommunityId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapSelections(ModelBuilder model)
    {
        model.Entity<Selection>(selection =>
        {
            selection.ToTable("selections").HasKey(s => s.Id);
            selection.Property(s => s.Fingerprint).HasMaxLength(LongText);
            selection.Property(s => s.Grounds).HasMaxLength(2 * LongText);
            selection.Property(s => s.ReturnReason).HasMaxLength(500);
            selection.HasIndex(s => new { s.Place, s.Year });
        });
        model.Entity<SelectionLine>(line =>
        {
            line.ToTable("selection_lines").HasKey(l => l.Id);
            line.Property(l => l.Facts).HasMaxLength(8000);
            line.Property(l => l.Reason).HasMaxLength(500);
            line.HasIndex(l => new { l.SelectionId, l.ProjectId, l.CommunityId }).IsUnique();
            line.HasIndex(l => l.Place);
            line.HasOne<Selection>().WithMany().HasForeignKey(l => l.SelectionId).OnDelete(DeleteBehavior.Restrict);
            line.HasOne<Project>().WithMany().HasForeignKey(l => l.ProjectId).OnDelete(DeleteBehavior.Restrict);
            line.HasOne<Community>().WithMany().HasForeignKey(l => l.CommunityId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
