using Huanxin.Doors;

if (args is ["import-case", var one])
{
    await Imports.RunCaseAsync(one);
    return;
}

// BENCH_POSTGRES="Host=…;Username=…" adds PostgreSQL beside SQLite; BENCH_PRODUCT=FOLDER names the published web (bin/bench sets both).
await using var ground = await Ground.LayAsync();
switch (args)
{
    case ["writes"]:
        await Writes.RunAsync(ground);
        break;
    case ["start"]:
        await Start.RunAsync(ground);
        break;
    case ["pages"]:
        await Pages.RunAsync(ground);
        break;
    case ["import"]:
        await Imports.RunAsync(ground);
        break;
    case ["rollup"]:
        await Register.RollUpAsync(ground);
        break;
    case ["list"]:
        await Register.ListAsync(ground);
        break;
    case ["export"]:
        await Register.ExportAsync(ground);
        break;
    default:
        await Start.RunAsync(ground);
        await Writes.RunAsync(ground);
        await Pages.RunAsync(ground);
        break;
}
