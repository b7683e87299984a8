using Huanxin.App.Communities;
using Huanxin.App.Exchange;
using Huanxin.App.Policies;
using Huanxin.Core.Communities;
using Huanxin.Core.Exchange;
using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Communities;

public sealed class LedgerSheetTests
{
    private static readonly RegionList Regions = RegionList.Open(Path.Combine(Checkout.Root, "policies"));
    private static readonly RegionCode Weihai = RegionCode.Of("371000");

    [Fact, Clause("W24-A1")]
    public void A_ledger_is_read_with_its_units_dates_and_words()
    {
        var (rows, sheet) = Read("""
            附件1
            2024年老旧小区改造台账（测试数据）
            填报单位：（盖章）				单位：个、户、万平方米
            序号	县（市、区）	镇街	小区 名称*	建成年代	楼栋数（栋）	户　数	总建筑面积	房屋结构	上次改造时间	物业管理模式	供水	经度	纬度
            1	环 翠 区	竹岛	花园 小区	2009年建成	5栋	１２０	1.08	砖混结构	无	无物业	老化	122.1	37.5
            2	文登区		镕苑	1998.6	3	0.01万	9000㎡	框架	2010				
            3	环翠区		老宿舍	九十年代	—	0	—		—				
            合计				 	8	220	1.98						
            注：面积以测绘为准。
            """, Weihai);

        Assert.Equal(LedgerKind.Communities, sheet.Kind);
        Assert.Equal(["371002003", "371003", "371002"], rows.Select(row => row.Place.Prefix));
        var (garden, mirror, hostel) = (rows[0].Community!, rows[1].Community!, rows[2].Community!);
        Assert.Equal(("花园小区", 5, 120, new Area(1_080_000)), (garden.Name, garden.Buildings, garden.Households, garden.Area));
        Assert.Equal((DateSpan.OfYears(2009, 2009), StructureKind.BrickConcrete, false, ManagementMode.Nobody),
            (garden.Built, garden.Structure, garden.WasRenovated, garden.Management));
        Assert.Equal((UtilityState.Aged, 37.5, 122.1), (garden.Utilities[Utility.Water], garden.Latitude, garden.Longitude));
        Assert.Equal((DateSpan.OfMonth(1998, 6), 100, new Area(900_000), DateSpan.OfYears(2010, 2010)),
            (mirror.Built, mirror.Households, mirror.Area, mirror.Renovated));
        Assert.Equal((DateSpan.OfYears(1990, 1999), null, 0, null, null),
            (hostel.Built, hostel.Buildings, hostel.Households, hostel.Area, hostel.WasRenovated));
        Assert.Equal([("cell.decade-only", "E7")], sheet.Faults.All.Select(fault => (fault.Code, fault.Address)));
        Assert.Equal(new LedgerGaps("户 数", 0, 0, 0, 1), sheet.Gaps.Single(gap => gap.Header.StartsWith('户')));
        Assert.Equal((1, 1), sheet.Gaps.Where(gap => gap.Header == "上次改造时间").Select(gap => (gap.Dash, gap.None)).Single());
    }

    [Fact, Clause("W20-2.1a")]
    public void A_wrong_total_is_told_from_a_list_that_is_not_complete()
    {
        var (_, wrong) = Read("小区名称\t区县\t户数\t建筑面积（万㎡）\n甲小区\t环翠区\t100\t1.24\n乙小区\t环翠区\t50\t0.56\n小计\t\t150\t1.8\n丙小区\t文登区\t10\t1.00\n合计\t\t170\t2.8", Weihai);
        var (_, incomplete) = Read("小区名称\t区县\t户数\n合计（82个小区）\t\t300\n甲小区\t环翠区\t100\n乙小区\t环翠区\t", Weihai);
        var (_, right) = Read("小区名称\t区县\t建筑面积（万㎡）\n甲小区\t环翠区\t1.004\n乙小区\t环翠区\t1.004\n合计\t\t2.01", Weihai);

        Assert.Equal([("ledger.total-differs", "C6", "合计写的是 170，明细之和是 160，相差 10")], wrong.Faults.All.Select(f => (f.Code, f.Address, f.Sentence)));
        Assert.Equal(["合计写明有 82 个，明细只有 2 行，明细不全", "合计写的是 300，明细之和是 100；明细有 1 行未填，可能是明细不全而不是合计有误"],
            incomplete.Faults.All.Select(f => f.Sentence));
        Assert.Empty(right.Faults.All);
    }

    [Fact, Clause("NY22-3.1")]
    public void Several_things_in_one_cell_are_taken_apart_and_asked()
    {
        var (communities, one) = Read("序号\t小区名称\t户数\n1\t花园小区、西关小区\t300\n2\t沿河小区6号楼\t10", Given.District);
        var (buildings, two) = Read("小区名称\t楼号\t户数\n花园小区\t1-3、5号楼\t90\n花园小区\t6#、7#\t\n花园小区\t12-1\t3\n", Given.District);

        Assert.Equal([("花园小区", null), ("西关小区", null), ("沿河小区6号楼", (int?)10)], communities.Select(row => (row.Name, row.Community!.Households)));
        Assert.Equal(["ledger.name-list"], one.Faults.All.Select(f => f.Code));
        Assert.Equal(["1号楼", "2号楼", "3号楼", "5号楼", "6#", "7#", "12-1"], buildings.Select(row => row.Building!.Number));
        Assert.Equal([("B2", FaultLevel.Soft), ("B3", FaultLevel.Soft)], two.Faults.All.Select(f => (f.Address, f.Level)));
        var (kept, three) = Read("序号\t小区名称\n1\t花园小区、西关小区", Given.District, new LedgerChoice { Rows = new Dictionary<int, string> { [2] = LedgerChoice.One } });
        Assert.Equal("花园小区、西关小区", kept.Single().Name);
        Assert.Empty(three.Faults.All);
        var (unclear, asked) = Read("序号\t小区名称\n1\t塔山甲、乙、丙小区\n2\t花园小区（一、二期）", Given.District);
        Assert.Equal(["塔山甲、乙、丙小区", "花园小区（一、二期）"], unclear.Select(row => row.Name));
        Assert.Equal([("ledger.name-list", "B2")], asked.Faults.All.Select(f => (f.Code, f.Address)));
    }

    [Fact]
    public void Dwellings_are_known_by_their_rooms_and_owners_stay_unprinted()
    {
        var (rows, sheet) = Read("小区名称\t楼号\t单元\t房号\t建筑面积\t产权人\t身份证号\t联系电话\n花园小区\t3号楼\t1单元\t301\t88.5\t张三\t110101199001011237\t13800000000\n花园小区\t3号楼\t1\t\t八十\t\t\t", Given.District);

        Assert.Equal(LedgerKind.Dwellings, sheet.Kind);
        Assert.Equal(("1单元", "301", new Area(8850)), (rows[0].Dwelling!.Unit, rows[0].Dwelling!.Room, rows[0].Dwelling!.Area));
        Assert.Equal("张三", rows[0].Person!.Name);
        Assert.DoesNotContain("张三", rows[0].ToString(), StringComparison.Ordinal);
        Assert.Equal((true, false), (rows[0].IsSound, rows[1].IsSound));
        Assert.Equal(["D3", "E3"], sheet.Faults.InOrder.Select(f => f.Address));
    }

    [Fact]
    public void What_cannot_be_is_named_all_at_once()
    {
        var (rows, sheet) = Read("小区名称\t区县\t户数\t征询户数\t同意户数\t土地性质\n\t火星\t-3\t10\t11\t月球\n花园\t\t三百\t\t\t", Weihai);

        Assert.Equal(["A2", "B2", "B3", "C2", "C3", "E2", "F2"], sheet.Faults.All.Select(f => f.Address).Order());
        Assert.Equal((6, 1), (sheet.Faults.HardCount, sheet.Faults.SoftCount));
        Assert.All(rows, row => Assert.False(row.IsSound));
    }

    [Fact]
    public void A_list_of_owners_calls_its_buildings_as_another_ledger_counts_them()
    {
        var (rows, sheet) = Read("小区\t楼栋\t单元\t室号\t产权人\n花园小区\t1号楼\t1\t101\t甲\n花园小区\t1号楼\t1\t102—104\t乙\n花园小区\t1号楼\t1\t1-102\t丙", Given.District);
        var (buildings, counted) = Read("小区名称\t楼号\t单元\t户数\n花园小区\t1号楼\t3\t36", Given.District);

        Assert.Equal(("1号楼", "1"), (rows[0].Building!.Number, rows[0].Dwelling!.Unit));
        Assert.Equal([("ledger.room-list", "D3")], sheet.Faults.All.Select(fault => (fault.Code, fault.Address)));
        Assert.Equal((3, 0), (buildings.Single().Building!.Units, counted.Faults.All.Count));
        Assert.Equal(LedgerKind.Communities, Read("小区名称\t楼栋\t单元\t户数\n花园小区\t6\t18\t200", Given.District).Sheet.Kind);
    }

    [Fact]
    public void A_column_that_is_not_there_is_missed_once()
    {
        var (rows, sheet) = Read("小区\t单元\t室号\t产权人\n花园小区\t1\t101\t甲\n花园小区\t1\t102\t乙", Given.District);

        Assert.Equal([("import.no-column", "楼号")], sheet.Faults.All.Select(fault => (fault.Code, fault.Header)));
        Assert.All(rows, row => Assert.False(row.IsSound));
    }

    [Fact]
    public void What_nobody_knows_is_not_a_wrong_figure_and_a_cell_is_not_blamed_twice()
    {
        var (rows, sheet) = Read($"小区名称\t年代\t户数\t土地性质\t燃气\t供暖\t有无物业\n花园小区\t未知\t不详\t待查\t老化\t好\t有\n{new string('园', 101)}\t\t30\t\t\t\t", Given.District);

        var garden = rows[0].Community!;
        Assert.Equal((null, null, null, ManagementMode.PropertyCompany), (garden.Built, garden.Households, garden.Land, garden.Management));
        Assert.Equal((UtilityState.Aged, UtilityState.Sound), (garden.Utilities[Utility.Gas], garden.Utilities[Utility.Heating]));
        Assert.Equal([("cell.too-long", "A3")], sheet.Faults.All.Select(fault => (fault.Code, fault.Address)));
        Assert.Equal(1, sheet.Gaps.Single(gap => gap.Header == "户数").Dash);
    }

    [Fact]
    public void A_known_heading_goes_before_a_likely_one_and_the_likely_one_is_asked()
    {
        var (rows, sheet) = Read("小区名称\t绿化面积\t建筑面积（㎡）\t居民总户数情况\n花园\t5\t900\t10", Given.District);

        Assert.Equal((new Area(90_000), 10), (rows[0].Community!.Area, rows[0].Community!.Households));
        Assert.Equal([("ledger.likely-column", "居民总户数情况")], sheet.Faults.All.Select(f => (f.Code, f.Header)));
        var (chosen, _) = Read("甲\t乙\n花园\t5", Given.District, new LedgerChoice
        {
            Kind = LedgerKind.Communities, HeaderRow = 1, Units = new Dictionary<int, string> { [1] = "万㎡" },
            Columns = new Dictionary<int, string> { [0] = "name", [1] = "area" },
        });
        Assert.Equal(("花园", new Area(5_000_000)), (chosen.Single().Name, chosen.Single().Community!.Area));
        Assert.Equal(FactQuality.Reported, chosen.Single().Community!.Quality);
    }

    [Fact]
    public void A_workbook_without_a_ledger_is_refused()
    {
        using var book = SheetReader.OfPaste("今天\t天气\n好\t晴");

        Assert.Equal("sheet.no-header", Assert.Throws<Refusal>(() => LedgerSheet.Open(book, Regions, Weihai)).Code);
    }

    private static (List<LedgerRow> Rows, LedgerSheet Sheet) Read(string paste, RegionCode place, LedgerChoice? choice = null)
    {
        using var book = SheetReader.OfPaste(paste);
        var sheet = LedgerSheet.Open(book, Regions, place, choice);
        return ([.. sheet.Rows()], sheet);
    }
}
