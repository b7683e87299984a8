using Huanxin.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.People;

internal static class PeopleMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Organisation>(organisation =>
        {
            organisation.ToTable("organisations").HasKey(o => o.Id);
            organisation.Property(o => o.Code).HasMaxLength(40);
            organisation.Property(o => o.CreditCode).HasMaxLength(18);
            organisation.Ignore(o => o.Places);
            organisation.HasIndex(o => o.Code).IsUnique();
            organisation.HasIndex(o => new { o.Place, o.Kind });
            organisation.HasOne<Organisation>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Account>(account =>
        {
            account.ToTable("accounts").HasKey(a => a.Id);
            account.Property(a => a.SignInName).HasMaxLength(40);
            account.Property(a => a.RecoveryCodes).HasMaxLength(2000);
            account.HasIndex(a => a.SignInName).IsUnique();
            account.HasIndex(a => a.NameFingerprint);
            account.HasIndex(a => a.PhoneFingerprint);
            account.HasIndex(a => a.Place);
            account.Ignore(a => a.IsEnabled);
            account.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Posting>(posting =>
        {
            posting.ToTable("postings").HasKey(p => p.Id);
            posting.HasIndex(p => p.AccountId);
            posting.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Restrict);
            posting.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Delegation>(delegation =>
        {
            delegation.ToTable("delegations").HasKey(d => d.Id);
            delegation.HasIndex(d => d.ToAccount);
            delegation.HasIndex(d => d.FromAccount);
            delegation.HasOne<Posting>().WithMany().HasForeignKey(d => d.PostingId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Passkey>(passkey =>
        {
            passkey.ToTable("passkeys").HasKey(p => p.Id);
            passkey.Property(p => p.CredentialId).HasMaxLength(1400);
            passkey.Property(p => p.Credential).HasMaxLength(-1);
            passkey.HasIndex(p => p.CredentialId).IsUnique();
            passkey.HasIndex(p => p.AccountId);
            passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<SavedView>(view =>
        {
            view.ToTable("saved_views").HasKey(v => v.Id);
            view.Property(v => v.Page).HasMaxLength(100);
            view.Property(v => v.Name).HasMaxLength(40);
            view.Property(v => v.Query).HasMaxLength(2000);
            view.HasIndex(v => new { v.AccountId, v.Page, v.Name }).IsUnique();
        });
    }
}
