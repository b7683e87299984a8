using Huanxin.Core.Policies;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

/// <summary>The division of duties of Nayong, as an officer looks it up on the page of responsibilities.</summary>
[BothDatabases]
public sealed class NayongDutyPageTests(PolicyReader reader) : IClassFixture<PolicyReader>
{
    [Theory]
    [Clause("NY22-A1.0"), Clause("NY22-A1.1"), Clause("NY22-A1.2"), Clause("NY22-A1.3")]
    [Clause("NY22-A1.4"), Clause("NY22-A1.5"), Clause("NY22-A1.6"), Clause("NY22-A1.7")]
    [Clause("NY22-A1.8"), Clause("NY22-A1.9"), Clause("NY22-A1.10"), Clause("NY22-A1.11")]
    [Clause("NY22-A1.12"), Clause("NY22-A1.13"), Clause("NY22-A1.14"), Clause("NY22-A1.15")]
    [Clause("NY22-A1.16")]
    [InlineData(0, "各街道办事处", "改造范围摸底调查、征求意愿，协调处理矛盾纠纷，督促社区宣传发动居民")]
    [InlineData(1, "县住房城乡建设局", "项目申报、改造实施、竣工验收、评估完善，指导建立长效管理机制")]
    [InlineData(2, "县发展改革局", "改造配套基础设施建设项目储备，计划编报、下达")]
    [InlineData(3, "县工业和信息化局", "协调弱电（通信、网络、有线电视）管线单位做好所属管线改造")]
    [InlineData(4, "县财政局", "改造专项资金的预算、资金监管及拨付")]
    [InlineData(5, "县自然资源局", "违规建设的认定查处，合理处置违法建设；配合确定改造范围，指导制定改造方案，确保符合城市规划要求")]
    [InlineData(6, "县市场监管局", "加装电梯施工方案的评估，对电梯更新、改造、修理等监督管理")]
    [InlineData(7, "县民政局", "指导养老服务设施建设、地名标志设置及建立管理长效机制")]
    [InlineData(8, "县水务局", "指导给排水设施的建设")]
    [InlineData(9, "市生态环境局纳雍分局", "餐饮、娱乐场所和工业生产等环境噪声问题整治")]
    [InlineData(10, "县林业局", "督促、指导绿化改造和环境提升")]
    [InlineData(11, "县文体广电旅游局", "指导健身设施的建设")]
    [InlineData(12, "县住房公积金管理部", "贯彻落实公积金提取政策")]
    [InlineData(13, "县交通运输局", "周边施工期间的交通组织")]
    [InlineData(14, "县消防救援大队", "共用消防设施改造，指导街道、社区做好消防安全")]
    [InlineData(15, "县供电、供水、燃气、弱电等管线单位", "各自管线规整铺设和设施建设")]
    [InlineData(16, "县综合执法局", "供气、垃圾收集、道路硬化、小区亮化提升")]
    public async Task Each_body_finds_its_duty_with_the_number_under_which_it_stands(int number, string body, string duty)
    {
        var page = await reader.GetAsync($"/policies/responsibilities?document=NY22&organisation={body}");

        var row = page.Document.QuerySelectorAll("tbody tr")
            .Single(r => r.QuerySelectorAll("a").Any(a => a.TextContent.Trim() == $"NY22-A1.{number}"));
        Assert.Contains(duty, row.QuerySelector("th")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(body, row.QuerySelector("[data-label='牵头单位']")!.TextContent.Trim());
    }

    [Fact, Clause("NY22-A1"), Clause("NY22-5.1")]
    public async Task The_leading_group_is_shown_by_office_and_the_gas_company_it_forgets_is_noted()
    {
        var page = await reader.GetAsync("/policies/NY22");

        var group = page.Document.GetElementById("organisation-leading-group")!.TextContent;
        Assert.Contains("组长：县人民政府副县长", group, StringComparison.Ordinal);
        Assert.Contains("成员名单里没有燃气公司", page.Document.GetElementById("organisation-gas-company")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(["雍熙街道办事处", "文昌街道办事处"], Shelf.Sound.Find("NY22")!.Organisations
            .Where(o => o.Role == "成员单位、责任主体").Select(o => o.Title));
        Assert.Contains("附件1名单里没有燃气公司",
            page.Document.GetElementById("NY22-5.1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Clause("NY22-5.5")]
    public async Task Who_oversees_the_county_is_named_with_those_who_answer()
    {
        var page = await reader.GetAsync("/policies/responsibilities?document=NY22&organisation=县领导小组成员单位");

        var row = Assert.Single(page.Document.QuerySelectorAll("tbody tr"));
        Assert.Equal("县住房城乡建设局", row.QuerySelector("[data-label='牵头单位']")!.TextContent.Trim());
        Assert.Equal("县发展改革局、县财政局、县领导小组成员单位", row.QuerySelector("[data-label='责任单位']")!.TextContent.Trim());
    }
}
