using Huanxin.App.Data;
using Huanxin.App.Files;
using Huanxin.Core.Kernel;

namespace Huanxin.App.Operations;

/// <summary>Fills an empty database of either kind from an archive: all of it in one transaction, or nothing.</summary>
public sealed class Restore(AppDb db, IFileStore files, SealWitness witness)
{
    /// <summary>
    /// Restores, records that it was done, and answers whether the chain of acts is sound. In a rehearsal, into a database beside the
    /// installation's own, the heads of the chain seen so far stay what they are.
    /// </summary>
    public async Task<ChainVerdict> RunAsync(
        ArchiveReader archive, bool isRehearsal, Act act, IProgress<string> progress, CancellationToken stop)
    {
        RefuseOtherStructure(archive.Manifest);
        archive.Check(db.Cipher, stop);
        await Tables.PrepareEmptyAsync(db, stop);

        using var leftovers = new Leftovers();
        await using (var filling = await Filling.BeginAsync(db, stop))
        {
            foreach (var table in Tables.InOrder(db.Model))
            {
                progress.Report($"表 {table.Name}");
                var cells = Cell.Of(table);
                await filling.WriteAsync(table, cells, archive.Rows(table, cells), stop);
            }

            progress.Report($"附件：{archive.Manifest.Files} 个");
            await archive.StoreFilesAsync(files, db.Cipher, leftovers, stop);
            await filling.CommitAsync(act, stop);
        }

        leftovers.Keep();
        if (!isRehearsal) witness.StartAnew(archive.Manifest.SealNumber, Convert.FromHexString(archive.Manifest.SealHash), act.At);
        return await new ChainCheck(db.Cipher, isRehearsal ? SealWitness.Blind : witness).RunAsync(db, stop);
    }

    private void RefuseOtherStructure(Manifest manifest)
    {
        var ours = Tables.InOrder(db.Model).Select(table => (table.Name, string.Join(',', Manifest.ColumnsOf(Cell.Of(table)))));
        var theirs = manifest.Tables.Select(part => (part.Table, string.Join(',', part.Columns)));
        var isSame = manifest.Migration == Schema.Newest(db) && ours.Order().SequenceEqual(theirs.Order());
        if (!isSame) throw OperationsRefusals.OtherStructure(manifest.Product, manifest.Migration);
    }
}
