using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ExcelDataReader;
using Huanxin.App;
using Huanxin.App.Communities;
using Huanxin.App.Communities.Imports;
using Huanxin.App.Data;
using Huanxin.App.Exchange;
using Huanxin.App.Files;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Huanxin.Doors;

/// <summary>A ledger of 280,000 communities × 25 columns: read, checked and committed, beside what merely reads the same file.</summary>
internal static class Imports
{
    private const int Rows = 280_000, Rounds = 3;
    private static readonly string[] Heads =
    [
        "小区编码", "区县", "街道", "小区名称", "地址", "社区居委会", "小区种类", "土地性质", "产权性质", "建成时间", "楼栋数", "单元数", "户数", "建筑面积（㎡）", "结构形式",
        "最高层数", "物业管理方式", "管理单位", "停车位", "电动汽车充电桩", "电动自行车充电端口", "电梯", "纳入征迁规划", "改造意愿强烈", "备注",
    ];

    private static string Ledger => Path.Combine(Path.GetTempPath(), "huanxin-bench-communities.xlsx");

    // A page stands in a server that has done this before, if only with a small ledger: until the runtime has seen enough of what runs often, much of
    // the time goes into compiling it again. "again" is the second large ledger such a server is given, into a register as empty as the first was.
    private const int FirstRows = 2_000;

    private static string FirstLedger => Path.Combine(Path.GetTempPath(), "huanxin-bench-first.xlsx");

    public static async Task RunAsync(Ground ground)
    {
        await WriteAsync(Ledger, 0, Rows);
        await WriteAsync(FirstLedger, Rows, FirstRows);
        Console.WriteLine($"import of {Rows:N0} x {Heads.Length}, {Server.Form} (target: read, check and commit ≤ 3 x the fastest reader, ≤ 600 MB), best of {Rounds}");
        string[] cases = ["read-bare", "read-exceldatareader", "read-huanxin", "check", .. ground.Databases.SelectMany(d => new[] { $"import-{d.Name}", $"page-{d.Name}", $"again-{d.Name}" })];
        var (fastest, folder) = (double.MaxValue, Server.FolderOfBench());
        foreach (var one in cases)
        {
            var (best, megabytes, note) = (double.MaxValue, 0L, "");
            for (var round = 0; round < Rounds; round++)
            {
                var parts = (await ChildAsync(folder, one)).Split('\t');
                var time = double.Parse(parts[0], CultureInfo.InvariantCulture);
                if (time < best) (best, note) = (time, parts[2]);
                megabytes = Math.Max(megabytes, long.Parse(parts[1], CultureInfo.InvariantCulture));
            }

            if (one is "read-bare" or "read-exceldatareader") fastest = Math.Min(fastest, best);
            Console.WriteLine($"  {one,-22} {best,8:N0} ms  {megabytes,5} MB  x {best / fastest:0.00}   {note}");
        }

        await LibreOfficeAsync(fastest);
        if (folder != AppContext.BaseDirectory) Directory.Delete(folder, recursive: true);
    }

    /// <summary>One case, in a process of its own: milliseconds, peak memory, a remark.</summary>
    public static async Task RunCaseAsync(string name)
    {
        var watch = Stopwatch.StartNew();
        var note = name switch
        {
            "read-bare" => $"{ReadBare():N0} cells",
            "read-exceldatareader" => $"{ReadLibrary():N0} cells",
            "read-huanxin" => $"{ReadOurs():N0} cells",
            "check" => Check(),
            _ => null,
        };
        if (note is null)
        {
            var (how, database) = (name.Split('-')[0], name.Split('-')[1]);
            for (var round = how == "again" ? 0 : 1; round <= 1; round++)
            {
                await using var ground = await Ground.LayAsync();
                note = await ImportAsync(ground, ground.Databases.Single(d => d.Name == database).Setting, isPage: how != "import", watch);
                // Between two large ledgers a server has time to tidy up.
                GC.Collect();
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalMilliseconds}\t{Process.GetCurrentProcess().PeakWorkingSet64 >> 20}\t{note}"));
    }

    private static async Task<string> ChildAsync(string folder, string name)
    {
        var program = Path.Combine(folder, Path.GetFileName(typeof(Imports).Assembly.Location));
        var start = new ProcessStartInfo("dotnet") { ArgumentList = { program, "import-case", name }, RedirectStandardOutput = true };
        // What an operator's command does at once is compiled as the command line is; a page runs in a server that stays.
        if (name.StartsWith("import-", StringComparison.Ordinal)) start.Environment["DOTNET_TieredPGO"] = "0";
        using var child = Process.Start(start)!;
        var output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return output.Trim().Split('\n')[^1];
    }

    // As one command brings it in, or as the page does: checked for a person to look at, then read, checked and committed.
    private static async Task<string> ImportAsync(Ground ground, string setting, bool isPage, Stopwatch watch)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["HUANXIN_DATABASE"] = setting, ["HUANXIN_DATA"] = ground.Folder,
        }).Build();
        await using var services = new ServiceCollection().AddApp(Settings.Read(configuration, Settings.FindRoot())).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var (import, store) = (scope.ServiceProvider.GetRequiredService<LedgerImport>(), scope.ServiceProvider.GetRequiredService<IFileStore>());
        scope.ServiceProvider.GetRequiredService<PolicyShelf>();
        if (isPage) await ByPageAsync(db, import, await UploadedAsync(db, store, FirstLedger));
        var run = await UploadedAsync(db, store, Ledger);
        watch.Restart();
        var note = isPage ? await ByPageAsync(db, import, run) : await AtOnceAsync(import, run);
        watch.Stop();
        return $"{note}, {await db.Communities.CountAsync():N0} communities";
    }

    private static async Task<ImportRun> UploadedAsync(AppDb db, IFileStore store, string file)
    {
        await using var content = File.OpenRead(file);
        var stored = await store.SaveAsync(content, CancellationToken.None);
        return new ImportRun
        {
            Id = Guid.CreateVersion7(), Place = RegionCode.Nation, Name = "台账.xlsx", Hash = stored.Hash, UploadedAt = DateTime.UtcNow,
            SenderId = await db.Organisations.Select(o => o.Id).FirstAsync(),
        };
    }

    private static async Task<string> AtOnceAsync(LedgerImport import, ImportRun run)
    {
        var before = Environment.CpuUsage.TotalTime;
        var (check, _) = await import.ImportAsync(run, null, Ground.Act(CommunityVerbs.ImportLedger), _ => { }, CancellationToken.None);
        return $"{(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.0} s CPU, faults {check.Faults.All.Count}";
    }

    private static async Task<string> ByPageAsync(AppDb db, LedgerImport import, ImportRun run)
    {
        var (watch, before, act) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, Ground.Act(CommunityVerbs.ImportLedger));
        var check = await import.CheckAsync(run, act, _ => { }, CancellationToken.None);
        var (checkedAt, checkedCpu) = (watch.ElapsedMilliseconds, Environment.CpuUsage.TotalTime - before);
        run.Confirm(act, LedgerKind.Communities, check.Added, check.Changed, check.Unchanged);
        db.Add(run);
        await db.SaveAsync(act);
        db.ChangeTracker.Clear();
        await import.CommitAsync(run.Id, Ground.Act(CommunityVerbs.ImportLedger), _ => { }, CancellationToken.None);
        var committedCpu = Environment.CpuUsage.TotalTime - before - checkedCpu;
        return $"check {checkedAt:N0} ms ({checkedCpu.TotalSeconds:0.0} s CPU), "
            + $"commit {watch.ElapsedMilliseconds - checkedAt:N0} ms ({committedCpu.TotalSeconds:0.0} s CPU), faults {check.Faults.All.Count}";
    }

    // What a person without an account asks: faults, totals and a verdict for each; nothing is stored.
    private static string Check()
    {
        var shelf = PolicyShelf.Load(Path.Combine(Settings.FindRoot(), "policies"));
        using var stream = File.OpenRead(Ledger);
        using var book = SheetReader.Open(stream, Ledger);
        var check = new CheckBook(shelf.Find("W20")!, RegionCode.Nation, new DateOnly(2024, 3, 28));
        var report = new LedgerCheck(shelf, check).Run(book, CancellationToken.None);
        return $"{report.Verdicts.Count:N0} verdicts, faults {report.Faults.All.Count:N0}";
    }

    private static long ReadBare()
    {
        var cells = 0L;
        using var zip = ZipFile.OpenRead(Ledger);
        using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        using var xml = XmlReader.Create(sheet);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Text && xml.Value.Length > 0) cells++;
        }

        return cells;
    }

    private static long ReadLibrary()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var cells = 0L;
        using var stream = File.OpenRead(Ledger);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++) cells += reader.GetValue(i) is null ? 0 : 1;
        }

        return cells;
    }

    private static long ReadOurs()
    {
        using var stream = File.OpenRead(Ledger);
        using var book = SheetReader.Open(stream, Ledger);
        return book.Rows(0).Sum(row => (long)row.Cells.Length);
    }

    private static async Task LibreOfficeAsync(double fastest)
    {
        var program = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);
        if (program is null)
        {
            Console.WriteLine("  libreoffice to csv     skipped: not installed");
            return;
        }

        var watch = Stopwatch.StartNew();
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])["--headless", "--convert-to", "csv", "--outdir", Path.GetTempPath(), Ledger]) start.ArgumentList.Add(word);
        using var child = Process.Start(start)!;
        await child.WaitForExitAsync();
        Console.WriteLine($"  {"libreoffice to csv",-22} {watch.ElapsedMilliseconds,8:N0} ms            x {watch.ElapsedMilliseconds / fastest:0.00}   once");
    }

    private static async Task WriteAsync(string file, int first, int count)
    {
        if (File.Exists(file)) return;

        var regions = PolicyShelf.Load(Path.Combine(Settings.FindRoot(), "policies")).Regions;
        var streets = regions.Regions.Where(r => r.Code.Level == RegionLevel.Street).Select(r => (regions.NameOf(r.Code.Parent), r.Name)).ToList();
        var random = new Random(1998);
        await using var target = File.Create(file);
        await using var book = await WorkbookWriter.CreateAsync(target, default);
        var sheet = await book.AddSheetAsync(new SheetLayout("小区台账", [.. Heads.Select(head => new SheetColumn(head))]), default);
        var cells = new Cell[Heads.Length];
        for (var i = first; i < first + count; i++)
        {
            Fill(cells, i, streets[i % streets.Count], random);
            await sheet.AddAsync(cells);
        }

        await book.CompleteAsync(default);
    }

    private static void Fill(Cell[] cells, int i, (string District, string Street) place, Random random)
    {
        var households = random.Next(100, 1_000);
        var buildings = Math.Max(1, households / 40);
        Cell[] row =
        [
            $"B{i:000000}", place.District, place.Street, $"花园小区{i}号院", $"建设路{i}号", $"第{i % 900}社区居委会", "普通住宅小区", "国有土地", "普通商品住宅",
            $"{random.Next(1978, 2006)}年", (long)buildings, (long)(buildings * 3), (long)households, new Area((households * 9_000L) + random.Next(100_000)), "砖混",
            (long)random.Next(4, 8), "物业企业", $"和美物业{i % 300}公司", (long)random.Next(200), (long)random.Next(20), (long)random.Next(50), 0L, "否", "是",
            $"第{i}号备注",
        ];
        row.CopyTo(cells, 0);
    }
}
